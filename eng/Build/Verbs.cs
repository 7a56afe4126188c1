using ClickUpMcp.Build.Clients;
using ClickUpMcp.Build.Features;
using ClickUpMcp.Build.Release;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>The verbs of <c>build.sh</c> and <c>build.ps1</c>.</summary>
public static class Verbs
{
    internal const string Solution = "ClickUpMcp.Aot.sln";

    private const string Help = """
        ./build.sh VERB

          demo        publish the native binary and run the main job against the built-in sandbox
          try         build what an edit of spec/ changes, and make a call in the sandbox: try TOOL [name=text | '{json}']...
          test        everything that must hold; names of test projects run only those
          native      publish artifacts/native/clickup-mcp (--hardened: PIE and dehydrated data)
          static      publish artifacts/native-static/clickup-mcp, which needs no shared library, and try it in an empty root
                      (--arm64: for Linux on arm64, on a machine with x64)
          release     make what people download: executables, image, bundle, checksums; artifacts/release
                      (--check-reproducible: once more from a clone in another folder, and compare)
          restore     restore packages in locked mode
          build       build the solution for every framework, warnings are errors
          format      format the sources
          lint        formatting, and the spec against its schema; names and style are checked by build
          docs        write the generated pages under docs/ again
          site        make the documentation as a static site, artifacts/site; fails on links that lead nowhere ([FOLDER])
          snapshots   accept what the generators emit now as the verified snapshots
          clients     run the clients that npm has against the native binary, and write the table of docs/clients.md ([CLIENT…]: their rows alone)
          spec-check  say of the spec what the compiler would say ([FILE…] in place of the spec's of that name)
          spec-diff   compare the spec with ClickUp's OpenAPI documents ([DOCUMENT…] [--against OLDER])
          order       record which methods a start runs, for the compiler to place together: eng/start-order.txt
          bench       measure the native binary; writes bench/results/ (bench limiter | http | soak [MINUTES] | hostile [SECONDS]
                      | growth | curves | fuzz [EXECUTIONS] [TARGET…] | mutation [COUNT] [AREA…] | features [--beside BINARY])
          ci          what CI runs: lint and test
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var rest = args.Skip(1).ToList();
        try
        {
            return await (
                (args.FirstOrDefault() ?? "help") switch
                {
                    "restore" => Done(Restore),
                    "format" => Done(Format),
                    "lint" => LintAsync(),
                    "build" => Done(Build),
                    "test" => TestAsync(rest),
                    "try" => TryTool.RunAsync(rest),
                    "native" => NativeAsync(
                        rest.Contains("--hardened") ? NativeVariant.Hardened : NativeVariant.Default
                    ),
                    "static" => StaticAsync(rest.Contains("--arm64")),
                    "release" => ReleaseAsync(rest.Contains("--check-reproducible")),
                    "demo" => DemoAsync(),
                    "bench" => BenchAsync(rest),
                    "docs" or "snapshots" => UpdateAsync(),
                    "clients" => ClientsAsync(rest),
                    "site" => RunTool("eng/Site", rest),
                    "spec-check" => RunTool("eng/SpecDiff", ["check", .. rest]),
                    "spec-diff" => RunTool("eng/SpecDiff", rest),
                    "order" => StartOrder.RecordAsync(),
                    "ci" => CiAsync(),
                    "help" or "--help" or "-h" => Done(() => Console.WriteLine(Help)),
                    var unknown => throw new BuildFailedException($"There is no verb '{unknown}'.\n\n{Help}"),
                }
            );
        }
        catch (BuildFailedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static Task<int> Done(Action action)
    {
        action();
        return Task.FromResult(0);
    }

    private static void Restore() => Shell.Dotnet("restore", Solution, "--locked-mode", "-v", "q");

    private static void Build()
    {
        Restore();
        Shell.Dotnet("build", Solution, "--no-restore", "-v", "q");
    }

    private static void Format()
    {
        Shell.Dotnet("tool", "restore");
        Shell.Dotnet("csharpier", "format", ".");
    }

    private static async Task<int> LintAsync()
    {
        Restore();
        await Linter.RunAsync();
        return 0;
    }

    private static async Task<int> NativeAsync(NativeVariant variant)
    {
        await NativePublisher.PublishAsync(NativeProgram.Server, variant);
        return 0;
    }

    private static async Task<int> StaticAsync(bool isForArm64)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new BuildFailedException("A static executable is linked on Linux.");
        }

        var cross = isForArm64 ? await CrossToolchain.ProvideAsync(NativeVariant.Static) : null;
        var program = await NativePublisher.PublishAsync(NativeProgram.Server, NativeVariant.Static, cross);
        if (cross is null)
        {
            PublishBudgets.Check(PublishBudgets.BytesOf(program), new FileInfo(program).Length);
            await ImageCheck.RunAsync(await ReleaseBuilder.ImageAsync(program));
        }
        else
        {
            await CrossToolchain.TryAsync(program);
        }

        return 0;
    }

    private static async Task<int> TestAsync(IReadOnlyCollection<string> only)
    {
        Prerequisites.ForNpm();
        Prerequisites.ForBrowser();
        Linter.CheckFormat();
        Build();
        var server = await NativePublisher.PublishAsync(NativeProgram.Server);
        PublishBudgets.Check(PublishBudgets.BytesOf(server), new FileInfo(server).Length);
        await StartOrder.CheckAsync();
        await LeftOut.CheckAsync();
        if (only.Count == 0 && OperatingSystem.IsLinux())
        {
            await StaticAsync(isForArm64: false);
        }

        return await TestRunner.RunAsync(
            only,
            new Dictionary<string, string?>
            {
                [Repository.BinaryVariable] = server,
                [Repository.ConformanceHostVariable] = await NativePublisher.PublishAsync(
                    NativeProgram.ConformanceHost
                ),
            }
        );
    }

    private static Task<int> ReleaseAsync(bool isCheckedAgain) =>
        OperatingSystem.IsLinux()
            ? ReleaseBuilder.RunAsync(isCheckedAgain)
            : throw new BuildFailedException("A release is made on Linux.");

    private static async Task<int> DemoAsync() =>
        await Demo.RunAsync(await NativePublisher.PublishAsync(NativeProgram.Server));

    private static async Task<int> BenchAsync(IReadOnlyList<string> options)
    {
        if (options is ["limiter"])
        {
            var native = await NativePublisher.PublishAsync(NativeProgram.LimiterBenchmark);
            Shell.Dotnet("run", "--project", "bench/Limiter", "-c", "Release", "--", native);
            return 0;
        }

        if (options is ["fuzz" or "mutation", ..])
        {
            string project = options[0] == "fuzz" ? "bench/Fuzz" : "bench/Mutation";
            Shell.Dotnet(["run", "--project", project, "-c", "Release", "--", .. options.Skip(1)]);
            return 0;
        }

        if (options is ["features", ..])
        {
            var earlier = options is [_, "--beside", var path]
                ? $"{Path.GetFileNameWithoutExtension(path)}={path}"
                : null;
            return await FeatureBuilds.MeasureAsync(earlier);
        }

        var binary = await NativePublisher.PublishAsync(NativeProgram.Server);
        string[] arguments = options is ["http" or "soak" or "hostile" or "growth" or "curves", ..]
            ? [options[0], binary, .. options.Skip(1)]
            : [binary, "--hello", await NativePublisher.PublishAsync(NativeProgram.Hello), .. options];
        Shell.Dotnet(["run", "--project", "bench/EndToEnd", "-c", "Release", "--", .. arguments]);
        return 0;
    }

    private static async Task<int> ClientsAsync(IReadOnlyCollection<string> only)
    {
        Prerequisites.ForNpm();
        var chosen = Environment.GetEnvironmentVariable(Repository.BinaryVariable);
        return await ClientMatrix.RunAsync(chosen ?? await NativePublisher.PublishAsync(NativeProgram.Server), only);
    }

    private static Task<int> RunTool(string project, IEnumerable<string> arguments) =>
        Task.FromResult(Shell.TryRun("dotnet", ["run", "--project", project, "-v", "q", "--", .. arguments]));

    /// <summary>The tests that compare generated files write them instead; a second, plain run then proves them.</summary>
    private static async Task<int> UpdateAsync()
    {
        string[] projects = ["Architecture.Tests", "Generators.Tests", "Server.Tests"];
        foreach (var project in projects)
        {
            Shell.Dotnet("build", $"tests/{project}", "-v", "q");
        }

        return await TestRunner.RunAsync(
            projects,
            new Dictionary<string, string?> { ["UPDATE_SNAPSHOTS"] = "1" },
            ["-trait", "Writes=files"]
        );
    }

    private static async Task<int> CiAsync()
    {
        await LintAsync();
        return await TestAsync([]);
    }
}
