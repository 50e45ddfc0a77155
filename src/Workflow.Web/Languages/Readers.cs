using Workflow.Core.Approval;
using Workflow.Core.Ports;

namespace Workflow.Web.Languages;

/// <summary>The language of people whom a request knows, with the words of the policy it is pinned to.</summary>
public sealed class Readers(IPolicies policies)
{
    /// <summary>The submitter's.</summary>
    public Language Submitter(RequestState request) => Of(request.Submission.Submitter.Language, request);

    /// <summary>That of the person asked.</summary>
    public Language Asked(RequestState request, Ask ask) => Of(ask.Person.Language, request);

    /// <summary>The language for a tag, about a request; English where the installation does not have it.</summary>
    public Language Of(string tag, RequestState request)
    {
        var language = InstalledLanguages.Find(tag) ?? Language.English;
        var policy = request.Assessment is { } assessment ? policies.Find(assessment.Policy) : policies.Current;
        return policy?.Translations.GetValueOrDefault(language.Tag) is { } texts ? language with { PolicyTexts = texts } : language;
    }
}
