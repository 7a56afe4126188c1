using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Driver;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Observability;

/// <summary>What the schema of the audit says is what is written: no member more, none less, each as it says.</summary>
[Trait("Requirement", "L-01")]
public sealed class AuditSchemaTests
{
    private static readonly byte[] Key = new byte[32];

    private static JsonElement Schema { get; } =
        JsonElement.Parse(File.ReadAllText(Repository.At("docs", "audit.schema.json")));

    [Fact]
    public void L_01_each_kind_of_line_has_the_members_of_the_schema_and_all_of_them_together()
    {
        JsonElement[] lines = [.. Lines()];

        JsonElement properties = Schema.GetProperty("properties");
        string[] required =
        [
            .. Schema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!),
        ];
        foreach (JsonElement line in lines)
        {
            string[] members = [.. line.EnumerateObject().Select(static member => member.Name)];
            required.ShouldBeSubsetOf(members);
            foreach (JsonProperty member in line.EnumerateObject())
            {
                properties.TryGetProperty(member.Name, out JsonElement wanted).ShouldBeTrue(member.Name);
                Fits(member.Value, wanted).ShouldBeTrue($"{member.Name}: {member.Value.GetRawText()}");
            }
        }

        properties
            .EnumerateObject()
            .Select(static property => property.Name)
            .ShouldBe(
                lines.SelectMany(static line => line.EnumerateObject()).Select(static member => member.Name).Distinct(),
                ignoreOrder: true
            );
        properties
            .GetProperty("outcome")
            .GetProperty("enum")
            .EnumerateArray()
            .Select(static name => name.GetString())
            .ShouldBe(
                lines.Select(static line => line.GetProperty("outcome").GetString()).Distinct(),
                ignoreOrder: true
            );
    }

    private static bool Fits(JsonElement value, JsonElement wanted) =>
        wanted.GetProperty("type").GetString() switch
        {
            "string" => value.ValueKind == JsonValueKind.String
                && (
                    !wanted.TryGetProperty("pattern", out JsonElement pattern)
                    || Regex.IsMatch(value.GetString()!, pattern.GetString()!, RegexOptions.NonBacktracking)
                ),
            "integer" => value.TryGetInt64(out _),
            "boolean" => value.ValueKind == JsonValueKind.True,
            _ => value.ValueKind == JsonValueKind.Number,
        };

    private static IEnumerable<JsonElement> Lines()
    {
        CollectedLines written = new();
        Lazy<byte[]> key = new(Key);
        AuditLine line = new(new ArgumentDigest(key), TimeProvider.System) { ShowsNames = true };
        ChainedLines chained = new(
            written,
            new AuditChain(key),
            () => """{"run":"00000000","n":1,"chain":"0123456789abcdef0123456789abcdef"}"""
        );
        foreach (CallEnd end in Enum.GetValues<CallEnd>())
        {
            Add(buffer => line.Append(buffer, Full(end)));
        }

        Add(buffer =>
            line.Append(
                buffer,
                new RefusalRecord(new RefusalKey(1, "192.0.2.7", "http_401"), 3000, TimeSpan.FromSeconds(10))
            )
        );
        Add(buffer =>
            line.Append(
                buffer,
                new OperatorRecord
                {
                    Principal = 1,
                    PrincipalName = "anna",
                    Session = "51b27c0f9be27a44",
                    Sessions = 2,
                    Requests = 1,
                    IsRevoked = true,
                }
            )
        );
        Add(buffer => line.AppendLoss(buffer, 3));
        return written.Lines.Select(static text => JsonElement.Parse(text));

        void Add(Action<MessageBuffer> append)
        {
            using MessageBuffer buffer = new();
            append(buffer);
            chained.Write(buffer.Written);
        }
    }

    private static CallRecord Full(CallEnd end) =>
        new()
        {
            Request = "7db40c19c5331fb7",
            Trace = "0af7651916cd43dd8448eb211c80319c",
            Principal = UInt128.MaxValue,
            PrincipalName = "anna",
            Client = new ClientInfo("claude-code", "2.1.332"),
            Session = "51b27c0f9be27a44",
            Workspace = "9012000001",
            Tool = "run_read_tool",
            Inner = "get_task",
            Method = "tools/call",
            Arguments = Arguments(),
            End = end,
            Error = "CallsPerMinute",
            RetryAfter = TimeSpan.FromSeconds(1.5),
            UpstreamStatus = 429,
            Duration = TimeSpan.FromMilliseconds(41.23),
            Waited = TimeSpan.FromMilliseconds(0.1),
        };

    private static BoundArguments Arguments()
    {
        ArgumentErrors errors = new();
        ArgumentReader reader = new(JsonElement.Parse("""{"task":"DEV-1"}"""), errors);
        return new BoundArguments(GetTaskTool.BindArguments(reader)!, GetTaskTool.SharedResponse);
    }
}
