using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads how operations that write are undone.</summary>
internal sealed class UndoParser(SpecObject root, DiagnosticBag bag)
{
    private const string OwnRead = "readBack";

    private static readonly string[] Methods = ["POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] Special = ["fieldValue", "task"];
    private static readonly string[] Sources = ["before", "body", "query", "response", "thing"];

    private readonly OperationIds _operations = new(root, bag);

    public EquatableArray<UndoModel> Parse()
    {
        List<UndoModel> rules = [];
        foreach (JsonMember member in root.Members("undo"))
        {
            if (_operations.Has(member.Key) && SpecObject.Open(member.Value, KnownKeys.Undo, bag) is { } rule)
            {
                Check(rule, member.Key);
                rules.Add(new UndoModel(member.Name, JsonWriter.Write(member.Value)));
            }
        }

        return rules.ToEquatableArray();
    }

    private void Check(SpecObject rule, JsonValue key)
    {
        int ways = new[] { "cannot", "by", "restore", "special" }.Count(rule.Has);
        if (ways != 1)
        {
            bag.Report(Descriptors.BadUndo, key, key.Text, "it has one of 'cannot', 'by', 'restore' and 'special'");
        }

        CheckReason(rule.Text("cannot"), key.Text);
        CheckReason(rule.Text("lost"), key.Text);
        if (rule.Has("restore") && !rule.Has("read"))
        {
            bag.Report(Descriptors.BadUndo, key, key.Text, "former values are read before the write, by 'read'");
        }

        CheckRead(rule.Text("read"));
        CheckRead(rule.Text("look"));
        foreach (string place in (string[])["thing", "now", "adds", "removes", "unless"])
        {
            CheckHoles(rule.Text(place));
        }

        if (rule.Text("special") is { } special && !Special.Contains(special.Text))
        {
            Report(special, "the special ways are: " + string.Join(", ", Special));
        }

        if (rule.Find("by") is { Kind: JsonKind.Array } several)
        {
            foreach (JsonValue one in several.Items)
            {
                if (SpecObject.Open(one, KnownKeys.UndoBy, bag) is { } by && by.RequiredText("send") is { } send)
                {
                    CheckRequest(send, hasMethod: true);
                }
            }
        }
        else if (rule.Text("by") is { } by)
        {
            CheckRequest(by, hasMethod: true);
        }

        foreach (JsonMember part in rule.Members("make"))
        {
            if (SpecObject.Expect(part.Value, JsonKind.String, $"'{part.Name}'", bag))
            {
                CheckRequest(part.Value, hasMethod: true);
            }
        }

        foreach (JsonMember leaf in rule.Members("restore"))
        {
            if (leaf.Value.Kind == JsonKind.Object)
            {
                SpecObject.Open(leaf.Value, KnownKeys.UndoRestore, bag);
            }
        }
    }

    private void CheckReason(JsonValue? reason, string operation)
    {
        if (reason is not null && reason.Text.Trim().Length == 0)
        {
            bag.Report(Descriptors.EmptyReason, reason, operation);
        }
    }

    private void CheckRead(JsonValue? read)
    {
        if (read is not null && read.Text != OwnRead)
        {
            CheckRequest(read, hasMethod: false);
        }
    }

    // Such as "DeleteTask DELETE /api/v2/task/{response.id}", and the same without a method for what reads.
    private void CheckRequest(JsonValue request, bool hasMethod)
    {
        string[] parts = request.Text.Split(' ');
        if (parts.Length != (hasMethod ? 3 : 2) || !parts[parts.Length - 1].StartsWith("/", StringComparison.Ordinal))
        {
            Report(request, hasMethod ? "it is 'Operation METHOD /path'" : "it is 'Operation /path'");
        }
        else if (hasMethod && !Methods.Contains(parts[1]))
        {
            Report(request, "its method is one of " + string.Join(", ", Methods));
        }
        else if (_operations.Has(request, parts[0]))
        {
            CheckHoles(request);
        }
    }

    private void CheckHoles(JsonValue? value)
    {
        string text = value?.Text ?? "";
        for (int open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
        {
            int end = text.IndexOf('}', open);
            string hole = end < 0 ? "" : text.Substring(open + 1, end - open - 1);
            foreach (string source in hole.Split('|'))
            {
                string first = source.Split('.', '[')[0];
                if (!Sources.Contains(first) && !int.TryParse(first, out _))
                {
                    Report(
                        value!,
                        "a value is named by its place in the path, as {0}, or begins with one of "
                            + string.Join(", ", Sources)
                    );
                    return;
                }
            }
        }
    }

    private void Report(JsonValue where, string problem) => bag.Report(Descriptors.BadUndo, where, where.Text, problem);
}
