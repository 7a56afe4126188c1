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
        // A file has no members.
        if (request.Body.IsEmpty || MultipartBody.BoundaryOf(request.ContentType) is not null)
        {
            return request;
        }

        using var document = TryParse(request.Body);
        return document is null
            ? request
            : request with
            {
                Body = ApiResponse.Json(writer => Write(document.RootElement, "", members, writer)).Body,
            };
    }

    // What is no JSON is refused where every body is read.
    private static JsonDocument? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
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
