using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Statuses of the seeded spaces and lists.</summary>
internal static class Workflows
{
    /// <summary>What a new space starts with.</summary>
    public static List<Status> Plain(string owner) =>
        Of(owner, ("to do", "#d3d3d3", "open"), ("complete", "#6bc950", "closed"));

    public static List<Status> Engineering(string owner) =>
        Of(
            owner,
            ("to do", "#d3d3d3", "open"),
            ("in progress", "#4194f6", "custom"),
            ("in review", "#a875ff", "custom"),
            ("done", "#2ecd6f", "done"),
            ("complete", "#6bc950", "closed")
        );

    public static List<Status> Marketing(string owner) =>
        Of(
            owner,
            ("idea", "#d3d3d3", "open"),
            ("writing", "#f9d900", "custom"),
            ("editing", "#ff7800", "custom"),
            ("published", "#6bc950", "closed")
        );

    public static List<Status> Bugs(string owner) =>
        Of(
            owner,
            ("new", "#d3d3d3", "open"),
            ("confirmed", "#f9d900", "custom"),
            ("fixing", "#4194f6", "custom"),
            ("fixed", "#2ecd6f", "done"),
            ("closed", "#6bc950", "closed")
        );

    private static List<Status> Of(string owner, params (string Name, string Color, string Type)[] statuses) =>
        [
            .. statuses.Select(
                (status, index) => new Status($"p{owner}_{index + 1}", status.Name, status.Color, index, status.Type)
            ),
        ];
}
