using System.Buffers;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a call would do, which is what a person confirms.</summary>
/// <param name="Tool">The tool that runs.</param>
/// <param name="Arguments">What it was asked.</param>
/// <param name="Writes">The requests that write.</param>
/// <param name="Words">How their values are shown.</param>
/// <param name="End">What is to be said of what comes after them; null for nothing.</param>
internal sealed record ConfirmationPlan(
    string Tool,
    BoundArguments Arguments,
    IReadOnlyList<RehearsedWrite> Writes,
    RehearsalWords Words,
    string? End
)
{
    private const string Version = "date_updated";

    /// <summary>The requests, and the version of each thing that they are about: equal for plans that do the same.</summary>
    public ReadOnlyMemory<byte> ToBytes()
    {
        ArrayBufferWriter<byte> bytes = new();
        // A handler may send several at once.
        foreach (string write in Writes.Select(Describe).Order(StringComparer.Ordinal))
        {
            bytes.Write(Encoding.UTF8.GetBytes(write));
            bytes.Write("\n"u8);
        }

        return bytes.WrittenMemory;
    }

    private static string Describe(RehearsedWrite write)
    {
        // A form has a random boundary; the arguments tell its content.
        string body = write.Request.ContentType is null
            ? Encoding.UTF8.GetString(write.Request.Body.Span)
            : $"{write.Request.Body.Length}";
        JsonElement thing = WriteCheck.Unwrap(write.Before);
        string version =
            LenientValue.Text(thing, Version)
            ?? (write.Before.ValueKind == JsonValueKind.Undefined ? string.Empty : write.Before.GetRawText());
        return string.Join('\0', write.Request.Method, write.Request.PathAndQuery, body, version, write.Contents);
    }
}
