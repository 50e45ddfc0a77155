using System.Runtime.CompilerServices;
using Workflow.Adapters.Mail.Reading;

namespace Adapters.Tests.Mail;

/// <summary>As <c>AddMail</c> does at the start: whichever test runs first, MimeKit finds all charsets registered.</summary>
internal static class CharsetsFirst
{
    [ModuleInitializer]
    internal static void Register() => Charsets.Register();
}
