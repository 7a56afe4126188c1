using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace ClickUpMcp.Benchmarks.RateLimiting;

/// <summary>Short runs in this process: enough for ratios, and bearable on a shared machine.</summary>
internal sealed class ShortInProcess : ManualConfig
{
    public ShortInProcess()
    {
        AddJob(
            Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)
                .WithIterationCount(5)
                .WithIterationTime(TimeInterval.FromMilliseconds(200))
        );
        AddDiagnoser(MemoryDiagnoser.Default);
        HideColumns(Column.Job, Column.Toolchain, Column.IterationCount, Column.IterationTime);
    }
}
