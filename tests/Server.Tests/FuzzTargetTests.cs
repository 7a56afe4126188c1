using ClickUpMcp.Tests.Fuzz;

namespace ClickUpMcp.Tests;

/// <summary>The fuzz targets, without guidance by coverage; <c>./build.sh bench fuzz</c> has it, and keeps what it finds.</summary>
public sealed class FuzzTargetTests
{
    private const int Executions = 50_000;

    public static TheoryData<string> Names => [.. FuzzTargets.All.Select(static target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mutations_of_what_is_kept_break_nothing(string name) =>
        new FuzzLoop(FuzzTargets.All.Single(target => target.Name == name), seed: 20).Run(Executions);
}
