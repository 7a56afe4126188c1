using System.Net;

namespace ClickUpMcp.Tests.Http;

/// <summary>An audit that cannot be written costs lines, or calls where the operator wants that, and never the server.</summary>
public sealed class LogLossTests
{
    [Fact]
    [Trait("Requirement", "L-01")]
    [Trait("Requirement", "L-03")]
    public async Task L_01_L_03_a_full_disk_loses_lines_and_says_how_many()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no such device.");
        await using HttpServer server = await HttpServer.StartAsync(static options => options.Audit = "/dev/full");
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage reply = await server.CallAsync("get_current_user");
            reply.StatusCode.ShouldBe(HttpStatusCode.OK);
            server.Host.Reload();
        }

        await server.Host.FlushAuditAsync();
        using HttpResponseMessage ready = await ReadyAsync(server);
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(
            "ready\nlines of the audit lost: 3\n"
        );
    }

    [Fact]
    [Trait("Requirement", "L-01")]
    public async Task L_01_a_required_audit_refuses_calls_until_it_can_be_written_again()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string file = Path.Combine(folder, "audit");
        await using HttpServer server = await HttpServer.StartAsync(options =>
        {
            options.Audit = file;
            options.AuditRequired = true;
        });
        (await CallAsync(server)).ShouldContain("anna", Case.Insensitive);
        File.ReadAllLines(file).Length.ShouldBe(1, "the line is there before the reply");

        // A folder in its place cannot be opened.
        File.Move(file, $"{file}.old");
        Directory.CreateDirectory(file);
        server.Host.Reload();
        await CallAsync(server);
        (await CallAsync(server)).ShouldStartWith("The audit cannot be written");
        using (HttpResponseMessage ready = await ReadyAsync(server))
        {
            ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        Directory.Delete(file);
        (await CallAsync(server)).ShouldContain("anna", Case.Insensitive);
        using (HttpResponseMessage ready = await ReadyAsync(server))
        {
            ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        File.ReadAllText(file).ShouldContain("\"outcome\":\"lines_lost\",\"count\":2");
    }

    private static async Task<string> CallAsync(HttpServer server)
    {
        using HttpResponseMessage reply = await server.CallAsync("get_current_user");
        return await HttpServer.TextAsync(reply);
    }

    private static Task<HttpResponseMessage> ReadyAsync(HttpServer server) =>
        server.SendAsync(HttpMethod.Get, null, [(":path", "/readyz")]);
}
