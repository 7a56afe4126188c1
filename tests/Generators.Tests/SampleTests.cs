namespace ClickUpMcp.Generators.Tests;

/// <summary>The sample is what all other tests start from.</summary>
public sealed class SampleTests
{
    [Fact]
    public void The_sample_is_valid() => GeneratorHarness.Run(SampleSpec.Files()).Diagnostics.ShouldBeEmpty();
}
