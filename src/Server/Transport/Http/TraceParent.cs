using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Finds the trace that a client's request belongs to: in <c>_meta</c> of the message, else in the header.</summary>
/// <remarks>Only <c>traceparent</c> is read: <c>tracestate</c> and <c>baggage</c> may hold anything and would be passed on.</remarks>
internal static class TraceParent
{
    /// <summary>The client's span; default when it names none.</summary>
    /// <param name="meta">The object <c>_meta</c>; empty when there is none.</param>
    /// <param name="headers">Of the request.</param>
    /// <param name="links">The span of the HTTP request, where it is another than that of the message.</param>
    public static ActivityContext Read(ReadOnlySpan<byte> meta, IHeaderDictionary headers, out ActivityLink[]? links)
    {
        ActivityContext ofRequest = Parse(headers.TraceParent);
        ActivityContext ofMessage = Parse(Find(meta));
        links = null;
        if (ofMessage == default)
        {
            return ofRequest;
        }

        if (ofRequest != default && ofRequest != ofMessage)
        {
            links = [new ActivityLink(ofRequest)];
        }

        return ofMessage;
    }

    private static ActivityContext Parse(string? text) =>
        ActivityContext.TryParse(text, traceState: null, isRemote: true, out ActivityContext context)
            ? context
            : default;

    private static string? Find(ReadOnlySpan<byte> meta)
    {
        var reader = new Utf8JsonReader(meta);
        if (meta.IsEmpty || !reader.Read())
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isFound = reader.ValueTextEquals("traceparent"u8);
            reader.Read();
            if (isFound)
            {
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }

            reader.Skip();
        }

        return null;
    }
}
