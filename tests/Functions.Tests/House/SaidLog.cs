using Microsoft.Extensions.Logging;

namespace Functions.Tests.House;

/// <summary>Remembers what was logged, as people and alerts read it.</summary>
internal sealed class SaidLog<T> : ILogger<T>
{
    private readonly List<string> _said = [];

    public IReadOnlyList<string> Said => _said;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_said)
        {
            _said.Add(formatter(state, exception));
        }
    }
}
