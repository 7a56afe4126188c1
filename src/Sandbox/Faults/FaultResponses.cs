using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Faults;

/// <summary>The responses of the faults that send one.</summary>
internal static class FaultResponses
{
    public static ApiResponse For(SandboxFault fault)
    {
        if (fault.Kind == SandboxFaultKind.Html)
        {
            var status = fault.Code ?? 502;
            return ApiResponse.Html(
                status,
                $"<html><head><title>{status} Bad Gateway</title></head><body><h1>{status} Bad Gateway</h1></body></html>"
            );
        }

        return ApiResponse.Json(
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
