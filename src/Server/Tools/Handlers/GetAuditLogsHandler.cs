using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads the audit log from the newest event back; a page starts where the last event of the one before ended.</summary>
/// <remarks>ClickUp's document leaves the answer open, so the events are looked for wherever its answers hold lists.</remarks>
internal sealed class GetAuditLogsHandler(ToolServices services) : IToolHandler<GetAuditLogsArguments>
{
    private const string Tool = "get_audit_logs";
    private const PaginationStyle Style = PaginationStyle.BodyCursor;

    private static readonly string[] Places = ["data", "logs", "items"];

    public async ValueTask<ToolResult> HandleAsync(
        GetAuditLogsArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ResponseDefinition answer = GetAuditLogsTool.Answer;
        OutputOptions options = arguments.Output ?? new();
        int rows = options.Limit ?? answer.DefaultLimit;
        QueryAuditLogArguments query = new()
        {
            Applicability = arguments.Applicability,
            Start = arguments.StartDate,
            End = arguments.EndDate,
            Rows = rows,
            Before = Before(options.Cursor),
        };
        ClickUpResponse response = await services.Client.SendAsync(
            ClickUpOperations.QueryAuditLog(query, context),
            cancellationToken
        );
        using JsonDocument document = ResponseReader.Parse(response.Body);
        List<JsonElement> events = Events(document.RootElement);
        return new ToolResult(
            services.Projector.Many(
                events,
                answer.Shape!,
                options.DetailLevel ?? answer.DefaultLevel,
                options,
                new ListPosition(
                    NextCursor: events.Count < rows ? null : Next(events[^1], answer.Pagination!),
                    CursorAfter: count => Next(events[count - 1], answer.Pagination!)
                ),
                await services.Names.GetTimeZoneIdAsync(cancellationToken)
            )
        );
    }

    // The first page is to start from the current time.
    private long Before(string? cursor) =>
        cursor is not null
        && long.TryParse(
            CursorCodec.Decode(cursor, Tool, Style).Value,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out long time
        )
            ? time
            : services.Time.GetUtcNow().ToUnixTimeMilliseconds();

    private static string? Next(JsonElement last, PaginationDefinition pagination) =>
        LenientValue.Text(last, pagination.Next) is { } time
            ? CursorCodec.Encode(new PagePosition(time, 0), Tool, Style)
            : null;

    private static List<JsonElement> Events(JsonElement answer)
    {
        JsonElement list = answer;
        foreach (string place in Places)
        {
            if (list.ValueKind != JsonValueKind.Array && JsonPath.TryFind(answer, place, out JsonElement found))
            {
                list = found;
            }
        }

        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
    }
}
