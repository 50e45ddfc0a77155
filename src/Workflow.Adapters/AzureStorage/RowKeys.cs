using System.Security.Cryptography;
using System.Text;

namespace Workflow.Adapters.AzureStorage;

/// <summary>Keys of rows that are found by a text.</summary>
internal static class RowKeys
{
    /// <summary>The key for a text, which may hold characters that a key may not.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
