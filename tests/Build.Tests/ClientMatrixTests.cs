using ClickUpMcp.Build.Clients;
using ClickUpMcp.Driver;

namespace Build.Tests;

/// <summary>The table of clients is what a run of all of them wrote.</summary>
public sealed class ClientMatrixTests
{
    private static readonly string[] Rows =
    [
        .. Repository
            .Read("docs", "clients.md")
            .Split("<!-- matrix -->")[1]
            .Split("<!-- end of matrix -->")[0]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(2),
    ];

    [Fact]
    public void Each_client_has_a_row_and_none_failed()
    {
        Rows.Select(static row => row.Split(" | ")[0].TrimStart('|', ' ')).ShouldBe(ClientMatrix.Names);
        Rows.ShouldAllBe(static row => !row.Contains("failed") && !row.Contains("/bin/"));
    }

    [Fact]
    public void Each_client_has_a_script()
    {
        string script = Repository.Read("eng", "Build", "Clients", "client.mjs");

        ClientMatrix.Names.ShouldAllBe(name =>
            script.Contains($"{name}: async") || script.Contains($"\"{name}\": async")
        );
    }
}
