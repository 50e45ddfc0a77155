namespace Workflow.Web.Admin;

/// <summary>What a try with a key led to.</summary>
/// <param name="IsRight">Whether the key was right.</param>
/// <param name="Wait">How long to wait before the next try counts; zero when it may be tried at once.</param>
internal readonly record struct KeyTry(bool IsRight, TimeSpan Wait);

/// <summary>
/// Slows down guessing in this process: after five wrong keys every further one doubles the wait, from one second to
/// a minute. No longer, because the wait holds for everybody, and a stranger must not be able to lock the admins out.
/// </summary>
public sealed class AdminThrottle(TimeProvider time)
{
    private const int FreeTries = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private int _wrong;
    private DateTimeOffset _openAt = DateTimeOffset.MinValue;

    /// <summary>Tries a key, unless it is too early: then it is not even looked at.</summary>
    internal KeyTry Try(Func<bool> isRight)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now < _openAt)
            {
                return new KeyTry(false, _openAt - now);
            }

            if (isRight())
            {
                _wrong = 0;
                return new KeyTry(true, TimeSpan.Zero);
            }

            _wrong++;
            _openAt = now + WaitAfter(_wrong);
            return new KeyTry(false, TimeSpan.Zero);
        }
    }

    private static TimeSpan WaitAfter(int wrong)
    {
        if (wrong < FreeTries)
            return TimeSpan.Zero;

        var doubled = TimeSpan.FromSeconds(1L << Math.Min(wrong - FreeTries, 10));
        return doubled < LongestWait ? doubled : LongestWait;
    }
}
