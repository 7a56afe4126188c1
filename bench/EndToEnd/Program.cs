using ClickUpMcp.Driver;
using ClickUpMcp.EndToEndBenchmark;

// dotnet run -c Release --project bench/EndToEnd -- [BINARY] [--runs N] [--out FILE]
var options = BenchmarkOptions.Parse(args);
using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(15));

var start = StartBenchmark.Run(options.Binary, ["stdio"], options.Runs);
var pipe = StartBenchmark.RunEcho(options.Runs);
var calls = await CallBenchmark.RunAsync(options.Binary, options.Calls, deadline.Token);

var report = Report.Write(options.Binary, options.Runs, start, pipe, calls);
Console.WriteLine(report);
Directory.CreateDirectory(Path.GetDirectoryName(options.Output)!);
await File.WriteAllTextAsync(options.Output, report);
Console.WriteLine($"Written to {Path.GetRelativePath(Repository.Root, options.Output)}");
