using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>The spec against its own JSON Schema, by a validator that is not ours.</summary>
public sealed class SpecSchemaTests
{
    [Fact]
    public async Task Every_spec_file_matches_the_schema()
    {
        var done = await NpmTools.RunScriptAsync("validate-spec.mjs", [Repository.At("spec")], null, Limit.Long);

        done.ExitCode.ShouldBe(0, done.Everything);
    }
}
