using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Functions.Tests.Triggers;

/// <summary>Matches one route as the runtime's router does, which knows templates and inline constraints and no precedence.</summary>
internal static class RuntimeRoute
{
    private static readonly DefaultInlineConstraintResolver Constraints =
        new(new OptionsWrapper<RouteOptions>(new RouteOptions()), new ServiceCollection().BuildServiceProvider());

    public static bool Matches(string route, PathString path)
    {
        var template = TemplateParser.Parse(route);
        var values = new RouteValueDictionary();
        return new TemplateMatcher(template, []).TryMatch(path, values)
            && template.Parameters.All(parameter => parameter.InlineConstraints.All(constraint =>
                !values.ContainsKey(parameter.Name!)
                || Constraints.ResolveConstraint(constraint.Constraint)!.Match(null, null, parameter.Name!, values, RouteDirection.IncomingRequest)));
    }
}
