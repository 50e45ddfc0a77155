using System.CommandLine;
using TeamsPackage;

// The manifest's schema allows no more.
const int LongestOwner = 32;

var bot = new Option<Guid>("--bot-id") { Description = "The bot's app id: BOT_ID of the deployment.", Required = true };
var site = Address("--site", "Where people reach the pages: SITE_URL of the deployment.", required: true);
var privacy = Address("--privacy", "The owner's privacy statement; without it the site.");
var terms = Address("--terms", "The owner's terms of use; without them the site.");
var owner = new Option<string>("--owner") { Description = $"Who runs the installation, at most {LongestOwner} characters.", DefaultValueFactory = _ => "Approvals" };
owner.Validators.Add(result =>
{
    if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= LongestOwner })
        result.AddError($"--owner must have 1 to {LongestOwner} characters.");
});
var output = new Option<FileInfo>("--out") { Description = "The file to write.", DefaultValueFactory = _ => new FileInfo("artifacts/teams/approvals.zip") };

var command = new RootCommand("Makes the app package that an administrator uploads to Teams.") { bot, site, owner, privacy, terms, output };
command.SetAction(parsed =>
{
    var pages = parsed.GetRequiredValue(site)!;
    var file = parsed.GetRequiredValue(output);
    file.Directory!.Create();
    File.WriteAllBytes(file.FullName, AppPackage.Build(new Installation(
        parsed.GetRequiredValue(bot),
        pages,
        parsed.GetRequiredValue(owner),
        parsed.GetValue(privacy) ?? pages,
        parsed.GetValue(terms) ?? pages)));
    Console.WriteLine(file.FullName);
});
return command.Parse(args).Invoke();

static Option<Uri?> Address(string name, string description, bool required = false) => new(name)
{
    Description = description,
    Required = required,
    CustomParser = result =>
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address)
            && address is { Scheme: "https", HostNameType: UriHostNameType.Dns })
        {
            return address;
        }

        result.AddError($"{name} must be an https address with a host name, such as https://approvals.studio.example.");
        return null;
    },
};
