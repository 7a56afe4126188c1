using ClickUpMcp.Driver;
using ClickUpMcp.EndToEndBenchmark;
using ClickUpMcp.EndToEndBenchmark.Curves;
using ClickUpMcp.EndToEndBenchmark.Http;

// dotnet run -c Release --project bench/EndToEnd -- [BINARY] [--beside BINARY] [--hello BINARY] [--peer BINARY | NAME:COMMAND]... [--runs N] [--out FILE]
//                                                -- http BINARY | soak BINARY [MINUTES] | hostile BINARY [SECONDS] | growth BINARY | curves BINARY
//                                                -- features NAME=BINARY...
switch (args)
{
    case ["http", var binary]:
        return await HttpBenchmark.RunAsync(binary);
    case ["soak", var binary, .. var rest]:
        return await HttpBenchmark.SoakAsync(binary, rest);
    case ["hostile", var binary, .. var rest]:
        return await HostileBenchmark.RunAsync(binary, rest);
    case ["attack", var address]:
        return await AttackProcess.RunAsync(new Uri(address));
    case ["growth", var binary]:
        return await GrowthBenchmark.RunAsync(binary);
    case ["curves", var binary]:
        return await CurveBenchmark.RunAsync(binary);
    case ["features", .. var programs]:
        return await FeatureBenchmark.RunAsync(programs);
}

var options = BenchmarkOptions.Parse(args);
using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(15));

var loadBefore = LoadAverage.Now();
var (measured, peers) = await Measured.AllAsync(
    [.. options.Beside is { } other ? [other] : Array.Empty<string>(), options.Binary],
    await Peer.AllAsync(options.Hello, options.Peers),
    options,
    deadline.Token
);
var jobs = await JobBenchmark.RunAsync(options.Binary, deadline.Token);
var hanging = StartBenchmark.RunExitWithHangingCalls(options.Binary, options.Runs);
var pipe = StartBenchmark.RunEcho(options.Runs);

var report = Report.Write(
    options,
    $"{loadBefore} at the start and {LoadAverage.Now()} at the end",
    measured[^1],
    jobs,
    measured.Count > 1 ? measured[0] : null,
    hanging,
    pipe,
    peers
);
Console.WriteLine(report);
Directory.CreateDirectory(Path.GetDirectoryName(options.Output)!);
await File.WriteAllTextAsync(options.Output, report);
Console.WriteLine($"Written to {Path.GetRelativePath(Repository.Root, options.Output)}");
return await CurveBenchmark.RunAsync(options.Binary);
