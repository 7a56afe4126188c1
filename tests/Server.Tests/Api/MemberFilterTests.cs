using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Api;
using FsCheck;
using FsCheck.Fluent;

namespace ClickUpMcp.Tests.Api;

/// <summary>What the filter keeps is what a document would have had of it, however the text is cut into pieces.</summary>
public class MemberFilterTests
{
    private const string Page =
        """{"tasks": [ {"id":"1","name":"a]}\"","junk":{"x":[1,{"y":"}"}]},"list":{"id":"9","name":"L","statuses":["\\"]}}, {"list":null,"id":2.5e3,"junk":[]} ],"last_page":true}""";

    private static readonly string[] Names = ["tasks", "id", "name", "list", "junk", "naïve", "a\"b", "\\", "l"];

    private static readonly string[] Texts =
    [
        "",
        "plain",
        "{[\"]}",
        "back\\slash",
        "\\\"",
        "é漢🙂",
        "line\nbreak",
        new string('x', 63),
        new string('"', 65),
        new string('\\', 64) + "}",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(4096)]
    public void Only_wanted_members_of_things_are_kept_and_all_that_stands_beside_the_things(int size) =>
        Filter(Page, WantedMembers.Of("tasks", ["id", "list.name"]), size)
            .ShouldBe("""{"tasks":[{"id":"1","list":{"name":"L"}},{"list":null,"id":2.5e3}],"last_page":true}""");

    [Fact]
    public void Names_may_be_escaped()
    {
        WantedMembers wanted = WantedMembers.Of("tasks", ["name"]);

        Filter("""{"t\u0061sks":[{"n\u0061me":1,"\u006eo":2}]}""", wanted)
            .ShouldBe("""{"t\u0061sks":[{"n\u0061me":1}]}""");
    }

    [Fact]
    public void A_name_that_is_no_text_is_no_wanted_one()
    {
        WantedMembers wanted = WantedMembers.Of("tasks", ["name"]);

        Filter("""{"\ud83d":1,"tasks":[{"\ude00":1,"name":2}]}""", wanted)
            .ShouldBe("""{"\ud83d":1,"tasks":[{"name":2}]}""");
        Filter("""{"tasks":[{"\x":1}]}""", wanted).ShouldBe("""{"tasks":[{}]}""");
    }

    [Fact]
    public void Of_members_that_come_twice_both_are_kept_or_none() =>
        Filter("""{"tasks":[{"id":1,"x":1,"id":2,"x":2}],"tasks":[]}""", WantedMembers.Of("tasks", ["id"]))
            .ShouldBe("""{"tasks":[{"id":1,"id":2}],"tasks":[]}""");

    [Theory]
    [InlineData("[1,{\"a\":[2]}]")]
    [InlineData("\"text\"")]
    [InlineData("12")]
    [InlineData("{\"err\":\"Team not authorized\",\"ECODE\":\"OAUTH_027\"}")]
    [InlineData("{\"tasks\":\"none\"}")]
    [InlineData("{\"tasks\":[1,\"two\",null,[]]}")]
    public void What_is_no_list_of_things_stays_as_it_is(string json) =>
        Filter(json, WantedMembers.Of("tasks", ["id"])).ShouldBe(json);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void Nothing_stays_nothing(string blank) => Filter(blank, WantedMembers.Of("tasks", ["id"])).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"tasks":[{"x":1,}]}""")]
    [InlineData("""{"tasks":[{"x":1}],}""")]
    [InlineData("""{"tasks":[{"x":1},]}""")]
    [InlineData("""{"tasks":[{"x":1}}""")]
    [InlineData("""{"tasks":[{"x":1]]}""")]
    [InlineData("""{"tasks":[{"x" 1}]}""")]
    [InlineData("""{"tasks":[{"x":}]}""")]
    [InlineData("""{"tasks":[{"x":1 "y":2}]}""")]
    [InlineData("""{"tasks":[{x:1}]}""")]
    [InlineData("""{"tasks":[{"x":undefined}]}""")]
    [InlineData("""{"tasks":[]}]""")]
    [InlineData("""{"tasks":[]} {}""")]
    [InlineData("""{"tasks":[]""")]
    [InlineData("""{"tasks":[{"x":"cut""")]
    [InlineData("""{"tasks":[{"x":[[1]""")]
    [InlineData("""{"tasks":[{"id":"cut""")]
    [InlineData("""{"tasks":[{"id""")]
    [InlineData("<html>{}</html>")]
    [InlineData("\ufeff{}")]
    public void What_is_no_json_does_not_become_some(string text)
    {
        foreach (int size in (int[])[1, 5, 1000])
        {
            string kept = Filter(text, WantedMembers.Of("tasks", ["id"]), size);

            Should.Throw<JsonException>(() => JsonDocument.Parse(kept), kept);
        }
    }

    [Fact]
    public void A_text_cut_anywhere_is_no_json()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Page);
        for (int length = 1; length < whole.Length; length++)
        {
            byte[] kept = Filter(whole.AsSpan(0, length), WantedMembers.Of("tasks", ["id"]), 16);

            Should.Throw<JsonException>(() => JsonDocument.Parse(kept), $"{length}");
        }
    }

    [Fact]
    public void Arrays_and_objects_may_be_as_deep_as_a_parser_takes_and_no_deeper()
    {
        foreach (int depth in (int[])[64, 65])
        {
            string deep = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
            bool isRead = true;
            try
            {
                JsonDocument.Parse(Filter(deep, WantedMembers.Of("tasks", ["id"]))).Dispose();
            }
            catch (JsonException)
            {
                isRead = false;
            }

            isRead.ShouldBe(depth <= 64);
        }
    }

    [Fact]
    public void It_keeps_what_a_document_has_of_the_wanted_members() =>
        Prop.ForAll(
                Arb.From(Documents().Zip(Gen.Choose(1, 200)).Zip(Gen.Choose(0, 1).Select(static one => one == 1))),
                static given =>
                {
                    ((JsonNode document, int size), bool isIndented) = given;
                    string text = document.ToJsonString(new JsonSerializerOptions { WriteIndented = isIndented });
                    string kept = Filter(text, WantedMembers.Of("tasks", ["id", "list.name", "naïve"]), size);

                    JsonNode.DeepEquals(JsonNode.Parse(kept), Pruned(document)).ShouldBeTrue($"{text}\n{kept}");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Damaged_text_is_read_as_what_is_left_of_it_or_not_at_all() =>
        Prop.ForAll(
                Arb.From(Documents().Zip(Gen.Choose(0, int.MaxValue)).Zip(Gen.Choose(0, 255))),
                static given =>
                {
                    ((JsonNode document, int place), int other) = given;
                    byte[] text = Encoding.UTF8.GetBytes(document.ToJsonString());
                    text[place % text.Length] = (byte)other;
                    byte[] kept = Filter(text, WantedMembers.Of("tasks", ["id", "list.name", "naïve"]), 64);
                    if (Parsed(text) is { } read)
                    {
                        JsonNode.DeepEquals(Parsed(kept), Pruned(read)).ShouldBeTrue(Encoding.UTF8.GetString(text));
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static JsonNode? Parsed(byte[] text)
    {
        try
        {
            JsonNode? read = JsonNode.Parse(text);
            // Members that came twice are found out late.
            return read is null ? JsonValue.Create("null") : JsonNode.Parse(read.ToJsonString());
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonNode Pruned(JsonNode document)
    {
        JsonNode copy = document.DeepClone();
        foreach (JsonObject root in Objects(copy))
        {
            foreach (JsonObject thing in Objects(root["tasks"]))
            {
                Only(thing, ["id", "list", "naïve"]);
                foreach (JsonObject list in Objects(thing["list"]))
                {
                    Only(list, ["name"]);
                }
            }
        }

        return copy;

        static void Only(JsonObject thing, string[] names)
        {
            foreach (string name in thing.Select(static member => member.Key).Except(names).ToArray())
            {
                thing.Remove(name);
            }
        }

        // Arrays are gone through, however deep.
        static IEnumerable<JsonObject> Objects(JsonNode? node) =>
            node switch
            {
                JsonObject one => [one],
                JsonArray many => many.SelectMany(Objects),
                _ => [],
            };
    }

    private static Gen<JsonNode> Documents() =>
        Gen.Sized(static size => Things(Math.Min(4, 1 + size / 20)).Select(static node => node ?? new JsonObject()));

    private static Gen<JsonNode?> Things(int depth)
    {
        Gen<JsonNode?> scalars = Gen.OneOf(
            Gen.Elements(Texts).Select(static text => (JsonNode?)JsonValue.Create(text)),
            Gen.Choose(-5000, 5000).Select(static number => (JsonNode?)JsonValue.Create(number)),
            Gen.Elements(1.5, -2e30, 0).Select(static number => (JsonNode?)JsonValue.Create(number)),
            Gen.Elements(true, false).Select(static flag => (JsonNode?)JsonValue.Create(flag)),
            Gen.Constant((JsonNode?)null)
        );
        if (depth == 0)
        {
            return scalars;
        }

        Gen<JsonNode?> below = Things(depth - 1);
        return Gen.Frequency(
            (1, scalars),
            (
                2,
                below
                    .ListOf()
                    .Select(static items => (JsonNode?)new JsonArray([.. items.Select(static i => i?.DeepClone())]))
            ),
            (
                4,
                Gen.Elements(Names)
                    .Zip(below)
                    .ListOf()
                    .Select(static members =>
                    {
                        JsonObject made = [];
                        foreach ((string name, JsonNode? value) in members)
                        {
                            made[name] = value?.DeepClone();
                        }

                        return (JsonNode?)made;
                    })
            )
        );
    }

    private static string Filter(string text, WantedMembers wanted, int size = 64) =>
        Encoding.Latin1.GetString(Filter(Encoding.UTF8.GetBytes(text), wanted, size)) is var kept
        && kept.All(char.IsAscii)
            ? kept
            : Encoding.UTF8.GetString(Filter(Encoding.UTF8.GetBytes(text), wanted, size));

    private static byte[] Filter(ReadOnlySpan<byte> text, WantedMembers wanted, int size)
    {
        ArrayBufferWriter<byte> output = new();
        MemberFilter filter = new(wanted, output);
        while (text.Length > 0)
        {
            int length = Math.Min(size, text.Length);
            filter.Write(text[..length]);
            text = text[length..];
        }

        filter.Complete();
        return output.WrittenSpan.ToArray();
    }
}
