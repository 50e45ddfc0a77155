namespace Workflow.Web.Admin;

/// <summary>What a try with a key led to.</summary>
/// <param name="Role">What the key opens; null when it was wrong.</param>
/// <param name="Wait">How long to wait before the next try counts; zero when it may be tried at once.</param>
internal readonly record struct KeyTry(AdminRole? Role, TimeSpan Wait);

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
    internal KeyTry Try(Func<AdminRole?> roleOf)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now < _openAt)
            {
                return new KeyTry(null, _openAt - now);
            }

            if (roleOf() is { } role)
            {
                _wrong = 0;
                return new KeyTry(role, TimeSpan.Zero);
            }

            _wrong++;
            _openAt = now + WaitAfter(_wrong);
            return new KeyTry(null, TimeSpan.Zero);
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
