using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Catalogue;

/// <summary>The binary with every tool and without limits, in front of a given ClickUp.</summary>
internal static class CatalogueServer
{
    public static StdioClient Start(Uri clickUp, string personas = "core,all") =>
        StdioClient.Start(
            ServerBinary.Path,
            ["stdio", "--persona", personas],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_KEY"] = "pk_1_CONTRACT",
                ["CLICKUP_API_BASE_URL"] = clickUp.ToString(),
                ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
                ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "0",
            }
        );
}
