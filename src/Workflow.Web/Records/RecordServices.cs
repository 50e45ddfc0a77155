using Microsoft.Extensions.DependencyInjection;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Web.Forms;

namespace Workflow.Web.Records;

/// <summary>Registers what writes, keeps and shows records.</summary>
public static class RecordServices
{
    /// <summary>
    /// Adds <see cref="IRecordOffice"/> and <see cref="RecordPages"/>. The host adds <see cref="IRecordSigner"/>,
    /// <see cref="RecordKeys"/>, <see cref="IBlobs"/>, <see cref="IEventStore"/> and a <see cref="TimeProvider"/>;
    /// and an <see cref="IRecordAccess"/> for each way in besides mailed links and the admin's session.
    /// </summary>
    public static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddSingleton<IRecordOffice, RecordOffice>()
        .AddSingleton<RecordArchive>()
        .AddSingleton<IRecordAccess, LinkRecordAccess>()
        .AddSingleton<IRecordAccess, AdminRecordAccess>()
        .AddSingleton(s => new RecordPages(
            s.GetRequiredService<RecordArchive>(),
            s.GetRequiredService<RecordKeys>(),
            s.GetServices<IRecordAccess>(),
            s.GetRequiredService<FormGuard>(),
            s.GetRequiredService<TimeProvider>()));
}
