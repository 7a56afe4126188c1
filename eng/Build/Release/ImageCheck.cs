using System.Net;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;
using ClickUpMcp.Driver.Http;
using ClickUpMcp.Driver.Stores;

namespace ClickUpMcp.Build.Release;

/// <summary>Runs the program of an image in a root that holds nothing but the image's files and what an engine adds.</summary>
[SupportedOSPlatform("linux")]
internal static class ImageCheck
{
    private const string Certificates = "etc/ssl/certs/ca-certificates.crt";
    private const string CertificatesOfFedora = "etc/pki/tls/certs/ca-bundle.crt";
    private const string Token = "pk_sandbox_81000001_NOTASECRET";

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    /// <exception cref="BuildFailedException">It does not do there what it does elsewhere.</exception>
    public static async Task RunAsync(byte[] image)
    {
        using CancellationTokenSource deadline = new(Deadline);
        if (!await EmptyRoot.CanBeMadeAsync(deadline.Token))
        {
            Console.WriteLine("The image was not started: an empty root needs root's rights.");
            return;
        }

        try
        {
            using EmptyRoot root = new(image);
            await ServeStdioAsync(root.Program, deadline.Token);
            await ReachOverTlsAsync(root, deadline.Token);
            await KeepInStoresAsync(root.Program, deadline.Token);
        }
        catch (Exception e)
            when (e is InvalidOperationException or OperationCanceledException or HttpRequestException or IOException)
        {
            throw new BuildFailedException($"The program does not work in an empty root: {e.Message}");
        }

        Console.WriteLine(
            "In an empty root, as a user without rights, the image serves stdio and HTTP, reaches a server over TLS, and keeps records in SQLite, PostgreSQL and Redis."
        );
    }

    // The zone is one that no file of the image could have told.
    private static async Task ServeStdioAsync(string program, CancellationToken cancellationToken)
    {
        await using var client = StdioClient.Start(program, ["stdio", "--sandbox"]);
        await client.InitializeAsync(cancellationToken);
        JsonObject arguments = new()
        {
            ["list"] = "Ideas",
            ["name"] = "Try the image",
            ["due"] = "2026-12-24 20:00 Asia/Tokyo",
        };
        var made = await client.CallAsync("create_task", arguments, cancellationToken);
        Expect(!made.IsError, made.Text, "2026-12-24T12:00");
        if (await client.CloseAsync(cancellationToken) != 0)
        {
            throw new InvalidOperationException($"stdio ended with an error.\n{client.Errors}");
        }
    }

    /// <summary>With certificates where the image has them, without any, and with those of another distribution.</summary>
    private static async Task ReachOverTlsAsync(EmptyRoot root, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(root.Program, [], cancellationToken);
        await using TlsFront front = new(sandbox.Address);
        await File.AppendAllTextAsync(root.At(Certificates), $"\n{front.Certificate}\n", cancellationToken);
        await DoctorAsync(root.Program, isGood: true, "good until");
        var called = await RunAsync(root.Program, "call", "get_current_user");
        Expect(called.ExitCode == 0, called.Everything, "81000001");

        Directory.CreateDirectory(Path.GetDirectoryName(root.At(CertificatesOfFedora))!);
        File.Move(root.At(Certificates), root.At(CertificatesOfFedora));
        await DoctorAsync(root.Program, isGood: false, $"there is no /{Certificates}, which SSL_CERT_FILE names");
        await DoctorAsync(root.Bare, isGood: true, "good until");
        File.Delete(root.At(CertificatesOfFedora));
        await DoctorAsync(root.Bare, isGood: false, $"there is no /{Certificates}");

        async Task DoctorAsync(string program, bool isGood, string said)
        {
            var done = await RunAsync(program, "doctor");
            Expect((done.ExitCode == 0) == isGood, done.Everything, said);
        }

        Task<CompletedProcess> RunAsync(string program, params string[] words) =>
            ChildProcess.RunAsync(
                program,
                words,
                new Dictionary<string, string?>
                {
                    ["CLICKUP_API_KEY"] = Token,
                    ["CLICKUP_API_BASE_URL"] = front.Address.ToString(),
                },
                cancellationToken: cancellationToken
            );
    }

    private static async Task KeepInStoresAsync(string program, CancellationToken cancellationToken)
    {
        var problem =
            await PostgresServer.ProvideAsync(cancellationToken) ?? await RedisServer.ProvideAsync(cancellationToken);
        if (problem is not null)
        {
            throw new BuildFailedException(problem);
        }

        await using var postgres = await PostgresServer.StartAsync(cancellationToken);
        await using var redis = await RedisServer.StartAsync([], cancellationToken);
        await KeepAsync(program, $"sqlite:{EmptyRoot.Volume}/store.db", cancellationToken);
        await KeepAsync(
            program,
            postgres.Url(await postgres.CreateDatabaseAsync(cancellationToken)),
            cancellationToken
        );
        await KeepAsync(program, redis.Url(redis.NextDatabase()), cancellationToken);
    }

    /// <summary>A key that one process writes lets in at another, and one that nobody wrote does not.</summary>
    private static async Task KeepAsync(string program, string store, CancellationToken cancellationToken)
    {
        Dictionary<string, string?> environment = new()
        {
            ["CLICKUP_MCP_STORE"] = store,
            ["CLICKUP_MCP_MASTER_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        };
        var issued = await ChildProcess.RunAsync(
            program,
            ["admin", "licences", "issue", "image"],
            environment,
            cancellationToken: cancellationToken
        );
        Expect(issued.ExitCode == 0, issued.Everything, "");
        await using var server = await HttpServerProcess.StartAsync(
            program,
            ["--sandbox", "--audit", "none"],
            environment,
            cancellationToken
        );
        await ExpectAsync(issued.Output.Trim(), HttpStatusCode.OK);
        await ExpectAsync("unknown", HttpStatusCode.Unauthorized);

        async Task ExpectAsync(string key, HttpStatusCode status)
        {
            using var connection = await HttpConnection.OpenAsync(server.Address, cancellationToken);
            var request = McpRequest.Stateless(server.Address, McpCall.GetTask, $"X-License-Key: {key}\r\n");
            var reply = await connection.ExchangeAsync(request, cancellationToken);
            Expect(reply.Status == (int)status, $"{store.Split(':')[0]}: {connection.Head}", "");
        }
    }

    private static void Expect(bool isAsExpected, string seen, string said)
    {
        if (!isAsExpected || !seen.Contains(said, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"seen:\n{seen}");
        }
    }
}
