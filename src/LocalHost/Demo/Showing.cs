namespace LocalHost.Demo;

/// <summary>A document by which a submitter shows that somebody agrees to being recreated and to the use as declared.</summary>
/// <param name="File">The file in <c>samples/consents</c>.</param>
/// <param name="Person">Who agrees, and has signed it, as the declaration names them.</param>
/// <param name="Scope">What it covers, in its words.</param>
/// <param name="From">First day it holds, ISO 8601.</param>
/// <param name="Until">Last day it holds; null: it has no end.</param>
/// <param name="Refusal">What is wrong with it, in the words of whoever checks it; null: it is accepted.</param>
internal sealed record Showing(string File, string Person, string Scope, string From, string? Until = null, string? Refusal = null);
