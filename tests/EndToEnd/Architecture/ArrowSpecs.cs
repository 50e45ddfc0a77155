using System.Security.Cryptography;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace EndToEnd.Architecture;

/// <summary>Arrows point inward: hosts to Web and Adapters, both to Core, and Core to nobody.</summary>
public class ArrowSpecs
{
    private static readonly Assembly Core = typeof(Workflow.Core.Approval.Decider).Assembly;
    private static readonly Assembly Adapters = typeof(Workflow.Adapters.StorageOptions).Assembly;
    private static readonly Assembly Web = typeof(Workflow.Web.WebServices).Assembly;
    private static readonly Assembly Local = typeof(LocalHost.Loops.CourierOptions).Assembly;

    // Types of an assembly that is not loaded are no dependencies: those that hold what the pure core must not know are.
    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies(Core, Adapters, Web, Local, typeof(object).Assembly, typeof(RandomNumberGenerator).Assembly).Build();

    [Fact]
    public void Core_knows_the_class_library_and_a_yaml_reader_alone() =>
        Assert.All(
            Core.GetReferencedAssemblies(),
            a => Assert.True(a.Name!.StartsWith("System.", StringComparison.Ordinal) || a.Name is "YamlDotNet", a.Name));

    [Fact]
    public void Web_and_adapters_know_core_and_not_each_other()
    {
        Assert.Equal(["Workflow.Core"], OwnReferences(Web));
        Assert.Equal(["Workflow.Core"], OwnReferences(Adapters));
    }

    [Fact]
    public void Host_knows_web_and_adapters() =>
        Assert.Equal(["Workflow.Adapters", "Workflow.Core", "Workflow.Web"], OwnReferences(Local));

    [Fact]
    public void Deciding_and_evolving_know_no_clock_no_chance_and_no_outside()
    {
        string[] outside = ["System.TimeProvider", "System.Random", "System.Guid", "System.Security.Cryptography.RandomNumberGenerator", "System.IO.File", "System.Threading.Tasks.Task"];
        var pure = House.Types.Where(t =>
            t.Namespace.FullName == "Workflow.Core.Approval.Deciding"
            || t.FullName is "Workflow.Core.Approval.Decider" or "Workflow.Core.Approval.Evolution" or "Workflow.Core.Approval.Effects" or "Workflow.Core.Approval.DueTimes"
            || t.Namespace.FullName == "Workflow.Core.Classification").ToList();
        Assert.True(pure.Count > 10);
        Assert.Empty(pure.SelectMany(Outside));
        Assert.NotEmpty(Outside(House.Types.Single(t => t.FullName == "Workflow.Core.Approval.ApprovalDesk")));

        IEnumerable<string> Outside(IType type) =>
            type.GetTypeDependencies(House).Select(d => d.FullName.Split('<', '`')[0]).Intersect(outside).Select(d => $"{type.FullName} -> {d}");
    }

    [Fact]
    public void Ports_are_interfaces_and_what_they_carry()
    {
        var ports = House.Types.Where(t => t.Namespace.FullName == "Workflow.Core.Ports").ToList();
        Assert.NotEmpty(ports);
        Assert.All(ports.OfType<Class>().Where(c => c.IsSealed == false), c => Assert.True(c.IsAbstract == true, c.FullName));
    }

    private static IEnumerable<string> OwnReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Workflow.", StringComparison.Ordinal)).Order();
}
