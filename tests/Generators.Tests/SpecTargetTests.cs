using ClickUpMcp.Tests.Fuzz;

namespace ClickUpMcp.Generators.Tests;

/// <summary>The fuzz target of the spec's parser, without guidance by coverage.</summary>
public sealed class SpecTargetTests
{
    [Fact]
    public void Mutations_of_what_is_kept_break_nothing() => new FuzzLoop(new SpecTarget(), seed: 20).Run(50_000);
}
