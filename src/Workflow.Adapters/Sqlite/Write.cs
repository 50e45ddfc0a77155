namespace Workflow.Adapters.Sqlite;

/// <summary>A queued write and the caller who waits for it; see <see cref="GroupCommit"/>.</summary>
internal abstract class Write(CancellationToken cancellationToken)
{
    private Exception? _failure;

    /// <summary>Whether the caller gave up before it began; tells the caller so.</summary>
    public bool IsCancelled
    {
        get
        {
            if (!cancellationToken.IsCancellationRequested)
                return false;
            Cancel(cancellationToken);
            return true;
        }
    }

    public abstract void Run(SqliteSession session);

    /// <summary>Notes that the write itself failed; the caller learns it when the batch is through.</summary>
    public void FailsWith(Exception failure) => _failure = failure;

    /// <summary>The batch is on disk: answers the caller.</summary>
    public void Complete()
    {
        if (_failure is null)
            Succeed();
        else
            Fail(_failure);
    }

    public abstract void Fail(Exception failure);

    protected abstract void Succeed();

    protected abstract void Cancel(CancellationToken cancellationToken);
}

/// <inheritdoc cref="Write" />
internal sealed class Write<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken)
    : Write(cancellationToken)
{
    // Continuations run elsewhere: the writer's thread goes on to the next batch at once.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Answer => _answer.Task;

    public override void Run(SqliteSession session) => _result = write(session);

    public override void Fail(Exception failure) => _answer.TrySetException(failure);

    protected override void Succeed() => _answer.TrySetResult(_result);

    protected override void Cancel(CancellationToken cancellationToken) => _answer.TrySetCanceled(cancellationToken);
}
