using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Faults;

/// <summary>The answers of the faults that answer.</summary>
internal static class FaultAnswers
{
    public static Answer For(SandboxFault fault)
    {
        if (fault.Kind == SandboxFaultKind.Html)
        {
            var status = fault.Code ?? 502;
            return Answer.Html(
                status,
                $"<html><head><title>{status} Bad Gateway</title></head><body><h1>{status} Bad Gateway</h1></body></html>"
            );
        }

        return Answer.Json(
            static writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("err", "Injected fault");
                writer.WriteEndObject();
            },
            fault.Code ?? 500
        );
    }
}
