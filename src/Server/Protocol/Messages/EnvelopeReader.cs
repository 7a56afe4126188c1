using System.Text.Json;
using System.Text.Unicode;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Takes a JSON-RPC message apart in one pass over its bytes.</summary>
internal static class EnvelopeReader
{
    /// <summary>The most messages of a batch.</summary>
    private const int MostInBatch = 100;

    private const int VersionMember = 0;
    private const int IdMember = 1;
    private const int MethodMember = 2;
    private const int ParamsMember = 3;
    private const int ResultMember = 4;
    private const int ErrorMember = 5;

    private static ReadOnlySpan<byte> Members => "jsonrpc id method params result error"u8;

    /// <summary>Reads one line; everything wrong with it is in <see cref="Envelope.Fault"/>.</summary>
    public static Envelope Read(ReadOnlySpan<byte> line)
    {
        var envelope = new Envelope();
        if (!Utf8.IsValid(line))
        {
            envelope.Fault = new RpcFault(RpcErrorCode.ParseError, "The message is not valid UTF-8.");
            return envelope;
        }

        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadMembers(ref reader, ref envelope);
            }
            else if (reader.TokenType == JsonTokenType.StartArray)
            {
                ReadItems(ref reader, ref envelope);
            }
            else
            {
                envelope.Fault = RpcFault.InvalidRequest("A message is a JSON object.");
                reader.Skip();
            }

            reader.Read();
        }
        // InvalidOperationException is how the reader reports escapes that are no text, such as half a surrogate pair.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            envelope = new Envelope
            {
                Fault = new RpcFault(
                    RpcErrorCode.ParseError,
                    "The message is not valid JSON of at most 64 levels; send one JSON-RPC object at a time."
                ),
            };
        }

        return envelope;
    }

    private static void ReadItems(ref Utf8JsonReader reader, ref Envelope envelope)
    {
        List<Range> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Range item = JsonTokens.RangeOf(ref reader);
            if (items.Count <= MostInBatch)
            {
                items.Add(item);
            }
        }

        bool isBatch = items.Count is > 0 and <= MostInBatch;
        envelope.Items = isBatch ? [.. items] : null;
        envelope.Fault = isBatch
            ? RpcFault.NoBatch
            : RpcFault.InvalidRequest($"A batch has 1 to {MostInBatch} messages; send each message on its own.");
    }

    private static void ReadMembers(ref Utf8JsonReader reader, ref Envelope envelope)
    {
        int seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int member = MemberNames.Find(ref reader, Members, out bool exact);
            reader.Read();
            if (member < 0)
            {
                reader.Skip();
                continue;
            }

            if (!exact || (seen & (1 << member)) != 0)
            {
                envelope.Fault ??= RpcFault.InvalidRequest(
                    "A member of the message occurs twice or in the wrong case; send each once, in lower case."
                );
            }

            seen |= 1 << member;
            ReadMember(ref reader, member, ref envelope);
        }

        Check(seen, ref envelope);
    }

    private static void ReadMember(ref Utf8JsonReader reader, int member, ref Envelope envelope)
    {
        switch (member)
        {
            case VersionMember when reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("2.0"u8):
                break;
            case VersionMember:
                Refuse(ref reader, ref envelope, "Set \"jsonrpc\" to \"2.0\".");
                break;
            case IdMember when JsonTokens.IsId(ref reader):
                envelope.Id = JsonTokens.RangeOf(ref reader);
                break;
            case IdMember:
                Refuse(
                    ref reader,
                    ref envelope,
                    "An id is a string of at most 256 bytes or a whole number of at most 64 bits."
                );
                break;
            case MethodMember when JsonTokens.IsShortText(ref reader):
                envelope.HasMethod = true;
                envelope.Method = MethodOf(ref reader);
                envelope.MethodName = JsonTokens.RangeOf(ref reader);
                break;
            case MethodMember:
                Refuse(ref reader, ref envelope, "A method is a string of at most 256 bytes.");
                break;
            case ParamsMember:
                int start = (int)reader.TokenStartIndex;
                envelope.Parameters = ParametersReader.Read(ref reader);
                envelope.ParametersRange = start..(int)reader.BytesConsumed;
                break;
            default:
                envelope.IsError = member == ErrorMember;
                envelope.Outcome = JsonTokens.RangeOf(ref reader);
                break;
        }
    }

    private static void Check(int seen, ref Envelope envelope)
    {
        bool responds = (seen & ((1 << ResultMember) | (1 << ErrorMember))) != 0;
        if ((seen & (1 << VersionMember)) == 0)
        {
            envelope.Fault ??= RpcFault.InvalidRequest("Set \"jsonrpc\" to \"2.0\".");
        }
        else if (responds == envelope.HasMethod)
        {
            envelope.Fault ??= RpcFault.InvalidRequest("A message has either a method, or a result or error.");
        }
    }

    private static void Refuse(ref Utf8JsonReader reader, ref Envelope envelope, string message)
    {
        envelope.Fault ??= RpcFault.InvalidRequest(message);
        reader.Skip();
    }

    private static MessageMethod MethodOf(ref Utf8JsonReader reader)
    {
        int index = MemberNames.Find(ref reader, McpMethods.Names, out bool exact);
        return exact ? (MessageMethod)(index + 1) : MessageMethod.Other;
    }
}
