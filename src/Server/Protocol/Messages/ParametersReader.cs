using System.Text.Json;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Reads a message's <c>params</c>.</summary>
internal static class ParametersReader
{
    private const int TraceParentMember = 5;

    // Of names, addresses and versions, as written: what is longer is none, and its text would be made only to say so.
    private const int LongestText = 16 * 1024;

    private const string LongVersion = "protocolVersion is a string of at most 16384 bytes.";

    private const string Repeated = "A parameter occurs twice or in the wrong case; names are case-sensitive.";

    private static ReadOnlySpan<byte> Members =>
        "name arguments cursor protocolVersion requestId _meta uri capabilities clientInfo"u8;

    private static ReadOnlySpan<byte> MetaMembers =>
        "progressToken io.modelcontextprotocol/protocolVersion io.modelcontextprotocol/clientCapabilities io.modelcontextprotocol/clientInfo io.modelcontextprotocol/logLevel traceparent"u8;

    /// <summary>Reads the value that the reader stands on, to its end.</summary>
    public static RequestParameters Read(ref Utf8JsonReader reader)
    {
        var parameters = new RequestParameters();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            ReadMembers(ref reader, Members, ref parameters, ReadMember);
        }
        else if (reader.TokenType != JsonTokenType.Null)
        {
            Malformed(ref reader, ref parameters, "params is an object.");
        }

        return parameters;
    }

    private delegate void MemberHandler(ref Utf8JsonReader reader, int member, ref RequestParameters parameters);

    private static void ReadMembers(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> names,
        ref RequestParameters parameters,
        MemberHandler readMember
    )
    {
        int seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int member = MemberNames.Find(ref reader, names, out bool exact);
            reader.Read();
            if (member < 0)
            {
                reader.Skip();
            }
            else if (!exact || (seen & (1 << member)) != 0)
            {
                Malformed(ref reader, ref parameters, Repeated);
            }
            else
            {
                seen |= 1 << member;
                readMember(ref reader, member, ref parameters);
            }
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, int member, ref RequestParameters parameters)
    {
        // Clients exist that write null for an optional parameter that is absent.
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        switch (member)
        {
            case 0:
                parameters.Name = Text(ref reader, ref parameters, "name is a string of at most 16384 bytes.");
                break;
            case 1 when reader.TokenType is JsonTokenType.StartObject or JsonTokenType.String:
                parameters.HasTextArguments = reader.TokenType == JsonTokenType.String;
                parameters.Arguments = JsonTokens.RangeOf(ref reader);
                break;
            case 1:
                parameters.Fault ??= RpcFault.ArgumentsNoObject;
                reader.Skip();
                break;
            case 2:
                parameters.HasCursor = true;
                reader.Skip();
                break;
            case 3:
                parameters.ProtocolVersion = Text(ref reader, ref parameters, LongVersion);
                break;
            case 4:
                parameters.RequestId = Token(
                    ref reader,
                    ref parameters,
                    "requestId is an id: a short string or a whole number."
                );
                break;
            case 5 when reader.TokenType == JsonTokenType.StartObject:
                ReadMembers(ref reader, MetaMembers, ref parameters, ReadMetaMember);
                break;
            case 5:
                Refuse(ref reader, ref parameters, "_meta is an object.");
                break;
            case 6:
                parameters.Uri = Text(ref reader, ref parameters, "uri is a string of at most 16384 bytes.");
                break;
            case 7:
                parameters.Capabilities = CapabilitiesReader.Read(ref reader);
                break;
            default:
                parameters.Client = ClientInfoReader.Read(ref reader);
                break;
        }
    }

    private static void ReadMetaMember(ref Utf8JsonReader reader, int member, ref RequestParameters parameters)
    {
        parameters.HasModernMeta |= member is > 0 and < TraceParentMember;
        switch (member)
        {
            case 0:
                parameters.ProgressToken = Token(
                    ref reader,
                    ref parameters,
                    "progressToken is a string of at most 256 bytes or a whole number of at most 64 bits."
                );
                break;
            case 1:
                parameters.MetaVersion = Text(ref reader, ref parameters, LongVersion);
                break;
            case 2:
                parameters.HasClientCapabilities = reader.TokenType == JsonTokenType.StartObject;
                parameters.Capabilities = CapabilitiesReader.Read(ref reader);
                break;
            case 3:
                parameters.Client = ClientInfoReader.Read(ref reader);
                break;
            case TraceParentMember when reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped:
                Range quoted = JsonTokens.RangeOf(ref reader);
                parameters.TraceParent = (quoted.Start.Value + 1)..(quoted.End.Value - 1);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static string? Text(ref Utf8JsonReader reader, ref RequestParameters parameters, string expected)
    {
        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= LongestText)
        {
            return reader.GetString();
        }

        Refuse(ref reader, ref parameters, expected);
        return null;
    }

    private static Range Token(ref Utf8JsonReader reader, ref RequestParameters parameters, string expected)
    {
        if (JsonTokens.IsId(ref reader))
        {
            return JsonTokens.RangeOf(ref reader);
        }

        Refuse(ref reader, ref parameters, expected);
        return default;
    }

    private static void Malformed(ref Utf8JsonReader reader, ref RequestParameters parameters, string message)
    {
        parameters.Fault ??= RpcFault.InvalidRequest(message);
        reader.Skip();
    }

    private static void Refuse(ref Utf8JsonReader reader, ref RequestParameters parameters, string message)
    {
        parameters.Fault ??= RpcFault.InvalidParams(message);
        reader.Skip();
    }
}
