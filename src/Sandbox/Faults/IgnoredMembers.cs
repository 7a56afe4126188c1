using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Faults;

/// <summary>Leaves members out of a request's body.</summary>
internal static class IgnoredMembers
{
    /// <param name="request">The request.</param>
    /// <param name="members">The members, as dotted paths.</param>
    public static SandboxRequest Without(SandboxRequest request, IReadOnlyList<string> members)
    {
        if (request.Body.IsEmpty)
        {
            return request;
        }

        using var document = JsonDocument.Parse(request.Body);
        return request with
        {
            Body = ApiResponse.Json(writer => Write(document.RootElement, "", members, writer)).Body,
        };
    }

    private static void Write(JsonElement element, string path, IReadOnlyList<string> members, Utf8JsonWriter writer)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            element.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in element.EnumerateObject())
        {
            var below = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!members.Contains(below))
            {
                writer.WritePropertyName(member.Name);
                Write(member.Value, below, members, writer);
            }
        }

        writer.WriteEndObject();
    }
}
