using System.Text.Json;
using ClickUpMcp.Sandbox.Fields;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Custom field values: all of them on the first task, every third on the others.</summary>
internal static class SeedFieldValues
{
    public static void Add(Seed seed, TaskItem task, int number)
    {
        var index = 0;
        foreach (var field in seed.World.Fields.Where(field => field.AppliesTo(task.List, task.CustomItemId)))
        {
            if ((number == 0 || (number + index++) % 3 == 0) && Value(seed, field, number) is { } value)
            {
                task.FieldValues[field.Id] = value;
            }
        }
    }

    private static JsonElement? Value(Seed seed, CustomField field, int number) =>
        field.Type switch
        {
            FieldType.ShortText or FieldType.Text => StoredJson.Text($"{field.Name} {1 + (number % 9)}"),
            FieldType.Url => StoredJson.Text($"https://customer{number % 9}.example.com/"),
            FieldType.Email => StoredJson.Text($"contact{number % 9}@customer.example"),
            FieldType.Phone => StoredJson.Text($"+49 30 5550{number % 10:00}"),
            FieldType.Number => StoredJson.Number(1 + (number % 13)),
            FieldType.Currency => StoredJson.Parse($"{100 + (number * 7)}.5"),
            FieldType.Checkbox => StoredJson.Parse(number % 2 == 0 ? "true" : "false"),
            FieldType.Date => StoredJson.Number(WorkspaceClock.AtFour(seed.Now + ((number % 30) * Seed.Day))),
            FieldType.DropDown => StoredJson.Text(field.Options[(number + 2) % field.Options.Count].Id),
            FieldType.Labels => Ids(field.Options[number % 2].Id, field.Options[2].Id),
            FieldType.Users => StoredJson.Parse($"[{seed.Person(number).Id}]"),
            FieldType.Tasks or FieldType.ListRelationship when number > 1 => Ids(SandboxSeed.RichTaskId),
            FieldType.Rating => StoredJson.Number(1 + (number % 5)),
            FieldType.ManualProgress => StoredJson.Number(number * 10 % 101),
            FieldType.Votes => StoredJson.Number(number % 4),
            FieldType.Location => StoredJson.Parse(
                """{"location":{"lat":52.52,"lng":13.405},"formatted_address":"Berlin, Germany"}"""
            ),
            FieldType.Attachment => Ids($"specification-{1 + (number % 9)}.pdf"),
            _ => null,
        };

    private static JsonElement Ids(params string[] ids) => StoredJson.Array(ids.Select(StoredJson.Text));
}
