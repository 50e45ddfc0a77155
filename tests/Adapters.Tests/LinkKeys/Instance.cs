using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflow.Adapters.KeyVault;
using Workflow.Adapters.LinkKeys;

namespace Adapters.Tests.LinkKeys;

/// <summary>One process of an installation: it has the ring's address, a way to the vault, and nothing in memory yet.</summary>
internal sealed class Instance : ILoggerProvider, ILogger
{
    private readonly ServiceProvider _services;
    private readonly List<string> _errors = [];

    public Instance(string connection, Uri ring, WrappingVault vault)
    {
        var options = new KeyVaultClientOptions { Transport = new HttpClientTransport(vault) };
        options.Retry.MaxRetries = 0;
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["AzureStorage:ConnectionString"] = connection,
                ["LinkKeys:KeyRing"] = ring.AbsoluteUri,
                ["LinkKeys:WrappingKey"] = WrappingVault.Key.AbsoluteUri,
            }).Build())
            .AddLogging(logging => logging.AddProvider(this))
            .AddSingleton<TokenCredential, VaultCredential>()
            .AddSingleton(options)
            .Configure<KeyVaultOptions>(o => o.Scope = "https://vault.example/.default")
            .AddLinkKeys()
            .BuildServiceProvider();
    }

    /// <summary>What our own code has logged as an error.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public IKeyManager Keys => _services.GetRequiredService<IKeyManager>();

    public string Seal(string text) => Protector.Protect(text);

    public string Open(string token) => Protector.Unprotect(token);

    public async Task<Instance> StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StartAsync(cancellationToken);
        return this;
    }

    public void Dispose() => _services.Dispose();

    ILogger ILoggerProvider.CreateLogger(string categoryName) =>
        categoryName.StartsWith("Workflow", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error)
            _errors.Add(formatter(state, exception));
    }

    private IDataProtector Protector => _services.GetRequiredService<IDataProtectionProvider>().CreateProtector("tests");
}
