using BenchmarkDotNet.Running;
using ClickUpMcp.Benchmarks.RateLimiting;

if (args is ["cpu"])
{
    CpuTable.Write(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
