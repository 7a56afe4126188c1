using System.Diagnostics;

namespace ClickUpMcp.Protocol.Recording;

/// <summary>Finds the trace that a client's request belongs to: in <c>_meta</c> of the message, else in the header.</summary>
/// <remarks>Only <c>traceparent</c> is read: <c>tracestate</c> and <c>baggage</c> may hold anything and would be passed on.</remarks>
internal static class TraceParent
{
    /// <summary>The client's span; default when it names none.</summary>
    /// <param name="message">What <c>_meta</c> says; empty when it says nothing.</param>
    /// <param name="header">What the header says.</param>
    /// <param name="links">The span of the HTTP request, where it is another than that of the message.</param>
    public static ActivityContext Read(string message, string? header, out ActivityLink[]? links)
    {
        ActivityContext ofRequest = Parse(header);
        ActivityContext ofMessage = Parse(message);
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

    /// <summary>The id of the client's trace; null when it names none.</summary>
    /// <param name="message">What <c>_meta</c> says; empty when it says nothing.</param>
    /// <param name="header">What the header says.</param>
    public static string? IdOf(string message, string? header)
    {
        ActivityContext context = Read(message, header, out _);
        return context == default ? null : context.TraceId.ToHexString();
    }

    private static ActivityContext Parse(string? text) =>
        ActivityContext.TryParse(text, traceState: null, isRemote: true, out ActivityContext context)
            ? context
            : default;
}
