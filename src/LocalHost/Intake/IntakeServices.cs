namespace LocalHost.Intake;

/// <summary>Registers the watched folder.</summary>
internal static class IntakeServices
{
    /// <summary>Watches a folder for mails; <c>Intake:Folder</c> in the configuration names another one.</summary>
    public static IServiceCollection AddIntakeFolder(this IServiceCollection services, IConfiguration configuration, string folder)
    {
        services.AddOptions<IntakeFolderOptions>()
            .Configure(options => options.Folder = folder)
            .Bind(configuration.GetSection(IntakeFolderOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddHostedService<IntakeFolder>();
    }
}
