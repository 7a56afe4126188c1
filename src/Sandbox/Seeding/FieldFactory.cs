using System.Text;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Adds custom field definitions to the world.</summary>
internal sealed class FieldFactory(Seed seed, Workspace workspace)
{
    private static readonly string[] Colors = ["#e50000", "#f9ae27", "#02bcd4", "#2ecd6f"];

    public void Add(
        FieldType type,
        string name,
        Scope scope,
        string config = "{}",
        double maximum = 0,
        long? taskType = null,
        List<FieldOption>? options = null
    ) =>
        seed.World.Fields.Add(
            new CustomField
            {
                Id = seed.World.Ids.Uuid(),
                Name = name,
                Type = type,
                Workspace = workspace,
                Space = scope.Space,
                Folder = scope.Folder,
                List = scope.List,
                DateCreated = seed.Now - (200 * Seed.Day),
                TypeConfig = Encoding.UTF8.GetBytes(config),
                Options = options ?? [],
                TaskTypes = taskType is { } id ? [id] : [],
                Maximum = maximum,
            }
        );

    public void AddChoices(FieldType type, string name, Scope scope, params string[] choices)
    {
        List<FieldOption> options =
        [
            .. choices.Select(
                (choice, index) => new FieldOption(seed.World.Ids.Uuid(), choice, Colors[index % Colors.Length], index)
            ),
        ];
        var config = $$"""{"options":[{{string.Join(',', options.Select(option => Json(type, option)))}}]}""";
        Add(type, name, scope, config, options: options);
    }

    // Labels call their text label, drop-downs call it name.
    private static string Json(FieldType type, FieldOption option) =>
        type == FieldType.Labels
            ? $$"""{"id":"{{option.Id}}","label":"{{option.Name}}","color":"{{option.Color}}"}"""
            : $$"""{"id":"{{option.Id}}","name":"{{option.Name}}","color":"{{option.Color}}","orderindex":{{option.OrderIndex}}}""";
}
