using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What handlers that look before or after they write ask of a task.</summary>
internal static class TaskReading
{
    /// <summary>Whether this is the task's home list.</summary>
    public static bool IsHome(JsonElement task, ListId list) => task.Member("list").Text("id") == list.Value;

    /// <summary>Whether the list is one of the task's further lists.</summary>
    public static bool IsAlsoIn(JsonElement task, ListId list) =>
        task.Items("locations").Any(place => place.Text("id") == list.Value);
}
