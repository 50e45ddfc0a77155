using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflow.Web.Admin;

namespace Functions.Triggers;

/// <summary>What is approved, per production.</summary>
/// <param name="door">Through which admins and auditors go.</param>
/// <param name="register">The register.</param>
public sealed class RegisterTriggers(Door door, AdminRegister register)
{
    /// <summary><c>GET /manage/register</c>.</summary>
    [Function("ManageRegister")]
    public Task<IResult> PageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/register")] HttpRequest request) =>
        door.ShowAsync(request, register.GetAsync);

    /// <summary><c>GET /manage/register.csv</c>.</summary>
    [Function("ManageRegisterCsv")]
    public Task<IResult> CsvAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/register.csv")] HttpRequest request) =>
        door.ShowAsync(request, register.GetCsvAsync);

    /// <summary><c>GET /manage/register.json</c>.</summary>
    [Function("ManageRegisterJson")]
    public Task<IResult> JsonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/register.json")] HttpRequest request) =>
        door.ShowAsync(request, register.GetJsonAsync);
}
