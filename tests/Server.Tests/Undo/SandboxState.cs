using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Sandbox;

namespace ClickUpMcp.Tests.Undo;

/// <summary>All that a sandbox holds, as lines that are equal when two states mean the same: moments of changes and order aside.</summary>
internal static class SandboxState
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;

    // When something was made or changed last, by whom, what happened to it on the way, its place among its like, and what is counted.
    private static readonly string[] Passing =
    [
        "Date",
        "DateCreated",
        "LastCustomNumber",
        "DateUpdated",
        "DateClosed",
        "DateDone",
        "History",
        "Changes",
        "At",
        "EditedBy",
        "LastAction",
        "OrderIndex",
        "AuditLog",
        "Ids",
        "PlainText",
        "DateInvited",
        "DateJoined",
    ];

    public static string[] Of(SandboxServer server)
    {
        object world = typeof(SandboxServer)
            .GetField("_world", BindingFlags.NonPublic | BindingFlags.Instance)!
            .GetValue(server)!;
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Collect(world, seen);
        return [.. seen.Select(static thing => Line(thing)).Order(StringComparer.Ordinal)];
    }

    /// <summary>What one state has and the other has not.</summary>
    public static string[] Difference(string[] before, string[] after) =>
        [
            .. before.Except(after).Select(static line => $"- {line}"),
            .. after.Except(before).Select(static line => $"+ {line}"),
        ];

    private static void Collect(object? value, HashSet<object> seen)
    {
        if (value is null)
        {
            return;
        }

        if (value is IEnumerable items and not string)
        {
            foreach (object? item in items)
            {
                Collect(item, seen);
            }
        }
        else if (IsModel(value.GetType()) && seen.Add(value))
        {
            foreach (PropertyInfo property in Properties(value.GetType()))
            {
                Collect(property.GetValue(value), seen);
            }
        }
        else if (IsPair(value.GetType()))
        {
            Collect(value.GetType().GetProperty("Value")!.GetValue(value), seen);
        }
    }

    private static string Line(object thing) =>
        $"{Name(thing)}: {string.Join("; ", Properties(thing.GetType()).Select(property => $"{property.Name}={Text(property.GetValue(thing))}"))}";

    private static string Text(object? value) =>
        value switch
        {
            null => "null",
            string text => text,
            JsonElement json => JsonNode.Parse(json.GetRawText())?.ToJsonString() ?? "null",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable items =>
                $"[{string.Join(", ", items.Cast<object?>().Select(Text).Order(StringComparer.Ordinal))}]",
            _ when IsPair(value.GetType()) => PairText(value),
            _ when IsModel(value.GetType()) => Name(value),
            _ => value.ToString()!,
        };

    private static string PairText(object pair) =>
        $"{pair.GetType().GetProperty("Key")!.GetValue(pair)}→{Text(pair.GetType().GetProperty("Value")!.GetValue(pair))}";

    // What has no id is what its plain values say.
    private static string Name(object thing)
    {
        Type type = thing.GetType();
        object? id = type.GetProperty("Id", Public)?.GetValue(thing);
        return id is not null
            ? $"{type.Name} {id}"
            : $"{type.Name} {string.Join(' ', Properties(type).Select(property => Plain(property.GetValue(thing))))}";
    }

    private static string Plain(object? value) =>
        value switch
        {
            null => "null",
            string text => text,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            bool flag => flag.ToString(),
            _ => value.GetType().GetProperty("Id", Public)?.GetValue(value)?.ToString() ?? value.GetType().Name,
        };

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(Public)
            .Where(static property => property.GetIndexParameters().Length == 0 && !Passing.Contains(property.Name));

    private static bool IsModel(Type type) =>
        type is { IsEnum: false, Namespace: "ClickUpMcp.Sandbox.Model" }
        && !type.Name.Contains('`', StringComparison.Ordinal);

    private static bool IsPair(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
}
