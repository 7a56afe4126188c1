using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Catalogue;

/// <summary>A call that breaks one constraint.</summary>
/// <param name="Tool">The tool to call.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Field">The argument that the reply must name.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record BrokenCall(SpecTool Tool, string What, string Field, JsonObject Arguments)
{
    public override string ToString() => $"{Tool.Name}, {What}: {Arguments.ToJsonString()}";
}
