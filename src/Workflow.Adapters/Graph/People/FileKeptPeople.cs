using Microsoft.Extensions.Options;

namespace Workflow.Adapters.Graph.People;

/// <inheritdoc />
/// <remarks>In <c>people.json</c> of the data folder, which belongs to one process.</remarks>
internal sealed class FileKeptPeople(IOptions<StorageOptions> options) : IKeptPeople
{
    private readonly string _path = Path.Combine(options.Value.Path, "people.json");

    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken) =>
        File.Exists(_path) ? await File.ReadAllBytesAsync(_path, cancellationToken) : null;

    // Renamed into place, so that a crash leaves the earlier one. Losing it costs a question to Graph.
    public async Task KeepAsync(byte[] answer, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        await File.WriteAllBytesAsync(_path + ".draft", answer, cancellationToken);
        File.Move(_path + ".draft", _path, overwrite: true);
    }
}
