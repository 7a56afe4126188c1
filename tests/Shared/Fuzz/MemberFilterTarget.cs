using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>What is kept of a text is the same however it is cut into pieces, and of JSON it is what was wanted, byte for byte.</summary>
/// <remarks>The first byte of an input is the length of a piece.</remarks>
internal sealed class MemberFilterTarget : IFuzzTarget
{
    private static readonly WantedMembers Wanted = WantedMembers.Of("tasks", ["id", "list.name"]);

    public string Name => "member-filter";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        """@{"tasks":[{"id":1,"x":[{"y":"}]"}],"list":{"id":2,"name":"L\"\\"}}],"last_page":true}"""u8.ToArray(),
        """ {"tasks": [ {"\u0069d": "\ud83d", "x": {"a": [1, -2.5e3, null, "\\\\"]} } ] }"""u8.ToArray(),
        """!{"err":"no","ECODE":"X_1"}"""u8.ToArray(),
        """![[],{"tasks":null},"text",12]"""u8.ToArray(),
    ];

    public IReadOnlyList<string> Words { get; } =
    [
        "\"tasks\":[",
        "\"id\":",
        "\"list\":{",
        "\"name\":",
        "\\\"",
        "\\\\",
        "\\u0069",
        "}",
        "]",
        "{",
        "[",
        ",",
        ":",
        "\"",
    ];

    public void Run(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        byte[] text = input[1..];
        byte[] kept = Filter(text, text.Length + 1);
        FuzzCheck.Holds(kept.AsSpan().SequenceEqual(Filter(text, input[0] + 1)), "pieces matter");
        // A colon that does not come, and what makes it no JSON.
        FuzzCheck.Holds(kept.Length <= text.Length + 2, "something was added");
        if (Parse(text) is not { } whole)
        {
            return;
        }

        using (whole)
        {
            using JsonDocument? part = Parse(kept);
            FuzzCheck.Holds(part is not null, "what is kept of JSON is none");
            Compare(whole.RootElement, part!.RootElement, Wanted);
        }
    }

    private static void Compare(JsonElement whole, JsonElement kept, WantedMembers wanted)
    {
        FuzzCheck.Holds(whole.ValueKind == kept.ValueKind, "a value became another");
        if (whole.ValueKind == JsonValueKind.Array && !ReferenceEquals(wanted, WantedMembers.Whole))
        {
            FuzzCheck.Holds(whole.GetArrayLength() == kept.GetArrayLength(), "an item is missing");
            foreach ((JsonElement one, JsonElement other) in whole.EnumerateArray().Zip(kept.EnumerateArray()))
            {
                Compare(one, other, wanted);
            }
        }
        else if (whole.ValueKind == JsonValueKind.Object && !ReferenceEquals(wanted, WantedMembers.Whole))
        {
            (JsonProperty Member, WantedMembers? Wanted)[] all =
            [
                .. whole
                    .EnumerateObject()
                    .Select(member => (member, Below(wanted, member)))
                    .Where(static one => one.Item2 is not null),
            ];
            FuzzCheck.Holds(all.Length == kept.GetPropertyCount(), "a member is missing, or too many");
            foreach ((var (member, below), JsonProperty other) in all.Zip(kept.EnumerateObject()))
            {
                FuzzCheck.Holds(
                    JsonMarshal.GetRawUtf8PropertyName(member).SequenceEqual(JsonMarshal.GetRawUtf8PropertyName(other)),
                    "a name became another"
                );
                Compare(member.Value, other.Value, below!);
            }
        }
        else
        {
            FuzzCheck.Holds(
                JsonMarshal.GetRawUtf8Value(whole).SequenceEqual(JsonMarshal.GetRawUtf8Value(kept)),
                "a value changed"
            );
        }
    }

    private static WantedMembers? Below(WantedMembers wanted, JsonProperty member)
    {
        ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
        return name.Contains((byte)'\\') ? wanted.BelowEscaped(name) : wanted.Below(name);
    }

    private static JsonDocument? Parse(byte[] text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Filter(byte[] text, int size)
    {
        ArrayBufferWriter<byte> output = new();
        MemberFilter filter = new(Wanted, output);
        foreach (byte[] piece in text.Chunk(size))
        {
            filter.Write(piece);
        }

        filter.Complete();
        return output.WrittenSpan.ToArray();
    }
}
