namespace Microsoft.DurableTask.Entities;

public abstract class TaskOrchestrationEntityFeature;
