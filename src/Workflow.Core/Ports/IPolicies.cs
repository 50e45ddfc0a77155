using Workflow.Core.Policies;

namespace Workflow.Core.Ports;

/// <summary>Holds the policy by which new declarations are judged.</summary>
public interface IPolicies
{
    /// <summary>The policy now in force, already linted.</summary>
    Policy Current { get; }
}
