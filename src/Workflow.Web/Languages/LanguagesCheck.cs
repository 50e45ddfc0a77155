using Microsoft.Extensions.Options;
using Workflow.Web.Links;

namespace Workflow.Web.Languages;

/// <summary>Reads the documents of all languages before anything starts, so that a wrong one stops the start and says where it is wrong.</summary>
internal sealed class LanguagesCheck : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options)
    {
        try
        {
            _ = InstalledLanguages.All;
            return ValidateOptionsResult.Success;
        }
        catch (InvalidDataException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }
}
