using System.Net;
using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Faults;

/// <summary>Takes one thing out of its wrapper, or puts it into one.</summary>
internal static class OtherWrapper
{
    private const string Wrapper = "data";

    public static ApiResponse Of(ApiResponse response)
    {
        if (
            response.Status != (int)HttpStatusCode.OK
            || response.Body.IsEmpty
            || response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true
        )
        {
            return response;
        }

        using var document = JsonDocument.Parse(response.Body);
        var root = document.RootElement;
        // Lists stay, and what is not there: nobody has seen either without its wrapper.
        if (root.ValueKind != JsonValueKind.Object || !root.EnumerateObject().Any())
        {
            return response;
        }

        var body = root.TryGetProperty(Wrapper, out var wrapped)
            ? (
                wrapped.ValueKind == JsonValueKind.Object && wrapped.EnumerateObject().Any()
                    ? ApiResponse.Json(wrapped.WriteTo).Body
                    : response.Body
            )
            : ApiResponse
                .Json(writer =>
                {
                    writer.WriteStartObject();
                    writer.WritePropertyName(Wrapper);
                    root.WriteTo(writer);
                    writer.WriteEndObject();
                })
                .Body;
        return response with { Body = body };
    }
}
