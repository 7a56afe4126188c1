namespace ClickUpMcp.Generators.Tests;

/// <summary>A small spec that uses the whole language and is valid; tests edit it.</summary>
internal static class SampleSpec
{
    public const string RootPath = "spec/clickup-tools.json";
    public const string ToolsPath = "spec/tools/task.json";

    public const string Handlers = """
        namespace ClickUpMcp.Tools.Handlers
        {
            internal sealed class RunTasksHandler { }
        }
        """;

    public const string Root = """
        {
          "$schema": "./clickup-tools.schema.json",
          "specVersion": 1,
          "server": { "name": "clickup-mcp", "title": "ClickUp", "instructions": "Use it." },
          "workspace": {
            "description": "Workspace name or id, if you have several.",
            "aliases": ["team_id", "teamId", "workspace_id", "workspaceId"]
          },
          "api": { "v2": "/api/v2", "v3": "/api/v3/workspaces/{workspace}" }, "operations": { "v3": ["FindTasks", "SeekTasks"] }, "reads": { "FindTasks": "It takes a body." },
          "undo": {
            "Again": { "cannot": "It is done." },
            "CreateListComment": { "cannot": "It was sent." },
            "CreateReply": { "cannot": "It was sent." },
            "CreateTask": { "by": "DeleteTask DELETE /api/v2/task/{response.id}", "look": "GetTask /api/v2/task/{response.id}" },
            "CreateTaskComment": { "cannot": "It was sent." },
            "DeleteTask": { "read": "GetTask /api/v2/task/{0}", "special": "task", "lost": "Its history." },
            "PostFile": { "cannot": "Files stay." },
            "PostForm": { "cannot": "Files stay." },
            "PostList": { "read": "GetTask /api/v2/task/{0}", "restore": { "a": "b" } },
            "PostNote": { "by": [{ "when": "body.a", "send": "PostNote POST /api/v2/note/{0}" }, { "send": "PostRaw PUT /api/v2/raw" }] },
            "PostRaw": { "cannot": "Raw." },
            "PostRew": { "cannot": "Raw." },
            "SeekTasks": { "cannot": "It is one way." }
          },
          "places": {
            "Again": "workspace",
            "CreateListComment": "list {0}",
            "CreateReply": "workspace {0}",
            "CreateTask": ["list {0}", "task {body.parent}"],
            "CreateTaskComment": "task {0}",
            "DeleteTask": "task {0}",
            "PostFile": "task {0}",
            "PostForm": "task {0}",
            "PostList": "list {0}",
            "PostNote": "task {body.tid} | workspace {0}",
            "PostRaw": "workspace",
            "PostRow": "workspace",
            "SeekTasks": "workspace {0}"
          },
          "categories": {
            "list": { "title": "Lists", "description": "Lists of tasks." },
            "task": { "title": "Tasks", "description": "Tasks and what hangs on them." }
          },
          "personas": {
            "auditor": { "description": "Looks only.", "include": [{ "readOnly": true }], "reach": [{ "tools": ["create_task"] }] },
            "worker": {
              "description": "Everything but deleting.",
              "include": [{}],
              "exclude": [{ "destructive": true }, { "tool": "run_tasks", "scope": "write", "category": "task" }]
            }
          },
          "entities": {
            "goal": {
              "noun": "target",
              "plural": "targets",
              "listing": {
                "operation": "find_goals",
                "arguments": { "done": true, "max": 9, "sort": "name" },
                "in": ["space", "workspace"],
                "items": ["folders[].goals", "goals"],
                "idForm": "uuid",
                "adjective": "state",
                "sigil": "#",
                "builtIn": { "0": "All" }
              }
            },
            "key_result": { "listing": { "operation": "find_goal", "in": ["goal"], "idForm": "view" } },
            "list": { "resolver": "container" },
            "member": { "idType": "number", "resolver": "member" },
            "space": { "idType": "string", "resolver": "container" },
            "task": { "resolver": "task" }
          },
          "bulk": {
            "many": {
              "items": "tasks",
              "item": "task",
              "aliases": ["task_ids"],
              "description": "Several.",
              "listed": false,
              "where": "run_tasks",
              "nested": [{ "argument": "parts", "tool": "create_task", "as": "list", "sample": "5", "inherits": ["workspace"] }]
            }
          },
          "argumentSets": {
            "window": {
              "start": { "type": "date", "description": "From when." },
              "end": { "type": "date", "edge": "end" }
            }
          },
          "shapes": {
            "task": {
              "plural": "tasks",
              "fields": {
                "id": { "kind": "id", "level": "names" },
                "status": { "from": "status.status?" },
                "assignees": { "kind": "strings", "from": "assignees[].username" }
              }
            },
            "task_details": {
              "extends": "task",
              "fields": {
                "status": { "level": "full" },
                "description": { "kind": "text", "from": "markdown_description", "maxLength": 2000 }
              }
            }
          },
          "search": {
            "fillers": ["the"],
            "synonyms": [["task", "ticket", "to do"]],
            "intents": { "read": ["show"], "create": ["create", "add"] },
            "limits": [{ "wish": "Undo", "reason": "No operation.", "keywords": ["undo a delete"] }]
          },
          "prompts": {
            "review": {
              "title": "Review",
              "description": "Looks at goals.",
              "arguments": {
                "place": { "description": "Where.", "entities": ["space", "list"] },
                "tone": { "description": "How.", "values": ["short", "long"], "default": "short" }
              },
              "tools": ["find_tasks"],
              "text": ["Call `find_tasks` for {place}.", "Be {tone}."]
            }
          },
          "resources": {
            "found": {
              "uri": "clickup://{workspace}/found/{query}",
              "title": "Found",
              "description": "What is found.",
              "tool": "find_tasks",
              "arguments": { "limit": 5 },
              "watch": true
            }
          }
        }
        """;

    public const string Tools = """
        {
          "$schema": "../clickup-tools.schema.json",
          "shapes": {
            "comment": {
              "plural": "comments",
              "fields": { "id": { "kind": "id", "level": "names" }, "text": { "from": "comment_text" } }
            },
            "step": { "plural": "steps", "author": { "by": ["user", "user_id"], "names": ["state"], "texts": ["lines[].text"] }, "fields": { "section": { "kind": "id", "from": "$key" }, "by": { "kind": "named", "entity": "member", "aliases": ["author"] }, "state": { "values": { "1": "open", "9": "" } }, "waits_for": { "kind": "strings", "from": "ties[]", "pair": ["from", "to"], "mutual": true }, "spent": { "kind": "minutes", "from": "lines{}.time", "label": "text" } } }
          },
          "tools": [
            {
              "name": "create_task",
              "title": "Create task",
              "category": "task",
              "scope": "write",
              "description": "Creates a task.",
              "aliases": ["task_create"],
              "keywords": ["file a bug"],
              "since": "0.1",
              "annotations": { "readOnly": false, "destructive": false, "idempotent": false, "openWorld": true },
              "arguments": {
                "list": { "entity": "list", "within": ["space"], "required": true, "aliases": ["list_id", "listName"] },
                "space": { "entity": "space" },
                "name": { "type": "string", "required": true, "minLength": 1, "maxLength": 200, "format": "single_line" },
                "due": { "type": "date", "direction": "past", "edge": "end", "clearable": true },
                "priority": { "type": "enum", "values": { "urgent": 1, "high": 2 }, "default": "high" },
                "points": { "type": "integer", "minimum": 0, "maximum": 100, "default": 5, "unseenReason": "Shown nowhere." },
                "ratio": { "type": "number", "minimum": -0.5, "maximum": 1e2, "kept": false },
                "estimate": { "type": "duration" },
                "notify": { "type": "boolean", "default": true },
                "extra": { "type": "json", "description": "Anything." },
                "tags": { "type": "array", "items": { "type": "string" }, "minItems": 1, "maxItems": 20, "uniqueItems": true, "kept": false },
                "options": {
                  "type": "object",
                  "record": "TaskOptions",
                  "fields": {
                    "color": { "type": "string", "format": "color", "wire": "colour" },
                    "people": { "type": "array", "items": { "entity": "member", "within": ["list"] } }
                  }
                }
              },
              "rules": [{ "atMostOne": ["due", "estimate"] }, { "requires": ["points", "ratio"] }, { "notFuture": ["due"] }],
              "request": {
                "operation": "CreateTask",
                "api": "v2",
                "method": "POST",
                "path": "/list/{list}/task",
                "query": { "tags[]": "$tags", "team_id": "$workspace", "archived": false },
                "headers": { "X-Kind": "task" },
                "body": {
                  "name": "$name",
                  "due_date": "$due",
                  "due_date_time": "$due.hasTime",
                  "nested": { "priority": "$priority", "points": ["$points", "$ratio", 1.50, null] },
                  "time_estimate": "$estimate",
                  "notify_all": "$notify",
                  "options": "$options",
                  "extra": "$extra",
                  "dollar": "$$5"
                },
                "invalidates": ["list", "task"]
              },
              "response": { "shape": "task", "outcome": "Created {name}." },
              "examples": [
                {
                  "arguments": { "list": "5", "name": "Write" },
                  "request": "POST /api/v2/list/5/task?archived=false",
                  "body": { "name": "Write" }
                }
              ]
            },
            {
              "name": "delete_task",
              "category": "task",
              "scope": "delete",
              "description": "Deletes a task.",
              "unseenReason": "Nothing reads it.",
              "annotations": { "readOnly": false, "destructive": true, "idempotent": true, "openWorld": true },
              "arguments": { "task": { "entity": "task", "required": true } },
              "bulk": "many",
              "request": {
                "operation": "DeleteTask",
                "api": "v2",
                "method": "DELETE",
                "path": "/task/{task}",
                "query": { "custom_task_ids": "$task.isCustomId" },
                "customTaskIds": "task",
                "invalidates": ["task"]
              },
              "response": { "outcome": "Deleted {task}." }
            },
            {
              "name": "find_goal",
              "category": "task",
              "arguments": {
                "goal": { "entity": "goal", "required": true },
                "result": { "entity": "key_result", "within": ["goal"], "unboundReason": "Of the response." }
              },
              "request": { "operation": "GetGoal", "api": "v2", "method": "GET", "path": "/goal/{goal}" },
              "response": { "shape": "task", "path": "goal.key_results", "list": true },
              "internal": true
            },
            {
              "name": "find_goals",
              "category": "task",
              "arguments": {
                "space": { "type": "entity", "entity": "space" },
                "done": { "type": "boolean" },
                "max": { "type": "integer" },
                "sort": { "type": "string" }
              },
              "requests": [
                {
                  "when": "space",
                  "operation": "GetSpaceGoals",
                  "api": "v2",
                  "method": "GET",
                  "path": "/space/{space}/goal",
                  "query": { "done": "$done", "max": "$max", "sort": "$sort" }
                },
                {
                  "operation": "GetGoals",
                  "api": "v2",
                  "method": "GET",
                  "path": "/team/{workspace}/goal",
                  "query": { "done": "$done", "max": "$max", "sort": "$sort" }
                }
              ],
              "response": {
                "shape": "task",
                "path": "goals",
                "list": true,
                "pagination": { "style": "page", "pageSize": 100, "parameter": "page" }
              },
              "internal": true
            },
            {
              "name": "find_tasks",
              "category": "task",
              "scope": "read",
              "description": "Finds tasks.",
              "annotations": { "readOnly": true, "destructive": false, "idempotent": true, "openWorld": true },
              "arguments": { "query": { "type": "text", "unboundReason": "Filtered after the response." } },
              "argumentSets": ["window"],
              "request": {
                "operation": "FindTasks",
                "api": "v3",
                "method": "POST",
                "path": "/tasks",
                "body": { "from": "$start", "to": "$end" },
                "invalidates": []
              },
              "response": {
                "shape": "task_details",
                "path": "data.tasks",
                "list": true,
                "level": "names",
                "limit": 20,
                "maxLimit": 50,
                "pagination": { "style": "cursor", "pageSize": 50, "parameter": "cursor", "next": "next_cursor", "last": "done" }
              }
            },
            {
              "name": "keep_file",
              "category": "task",
              "scope": "write",
              "description": "Keeps a file, or says something of it.",
              "unseenReason": "Nothing reads files.",
              "annotations": { "readOnly": false, "destructive": false, "idempotent": false, "openWorld": true },
              "arguments": {
                "content": { "type": "file", "maxBytes": 1000 },
                "named": { "type": "string", "default": "file" },
                "as": { "type": "enum", "values": { "form": 1, "note": 2 }, "default": "form" },
                "until": { "type": "date", "default": "now" },
                "owner": { "entity": "member", "clearable": "nobody" },
                "shade": { "type": "string", "clearable": { "no_shade": true, "shade_set": 0 } },
                "clearly": { "type": "boolean" }
              },
              "requests": [
                {
                  "when": { "as": "note" },
                  "operation": "PostNote",
                  "api": "v2",
                  "method": "POST",
                  "path": "/note",
                  "body": {
                    "owner": "$owner.text",
                    "shade": "$shade",
                    "until": "$until",
                    "file": "$content",
                    "when": { "$when": "$clearly", "value": { "clear": "$clearly", "sure": true } }
                  },
                  "invalidates": []
                },
                {
                  "when": { "clearly": true },
                  "operation": "PostList",
                  "api": "v2",
                  "method": "POST",
                  "path": "/notes",
                  "body": ["$named", { "owner": "$owner", "shade": "$shade" }],
                  "invalidates": []
                },
                {
                  "operation": "PostFile",
                  "api": "v2",
                  "method": "POST",
                  "path": "/file",
                  "body": { "owner": "$owner", "shade": "$shade" },
                  "invalidates": []
                }
              ],
              "response": { "outcome": "Kept." }
            },
            {
              "name": "keep_form",
              "category": "task",
              "scope": "write",
              "description": "Keeps a file.",
              "unseenReason": "Nothing reads files.",
              "annotations": { "readOnly": false, "destructive": false, "idempotent": false, "openWorld": true },
              "arguments": { "content": { "type": "file", "required": true }, "named": { "type": "string" } },
              "request": {
                "operation": "PostForm",
                "api": "v2",
                "method": "POST",
                "path": "/form",
                "form": { "upload": { "file": "$content", "name": "$named" }, "kind": "plain", "title": "$named" },
                "invalidates": []
              },
              "response": { "outcome": "Kept." }
            },
            {
              "name": "leave_comment",
              "category": "task",
              "scope": "write",
              "description": "Comments on a list or task, or replies.",
              "annotations": { "readOnly": false, "destructive": false, "idempotent": false, "openWorld": true },
              "arguments": {
                "text": { "type": "comment", "required": true, "maxLength": 500 },
                "of": { "entity": "task" },
                "of_list": { "entity": "list" },
                "to": { "type": "string", "format": "digits" }
              },
              "rules": [{ "exactlyOne": ["of_list", "to", "of"] }],
              "requests": [
                {
                  "when": "of_list",
                  "operation": "CreateListComment",
                  "api": "v2",
                  "method": "POST",
                  "path": "/list/{of_list}/comment",
                  "body": { "comment": "$text" },
                  "invalidates": []
                },
                {
                  "when": "to",
                  "operation": "CreateReply",
                  "api": "v2",
                  "method": "PUT",
                  "path": "/comment/{to}/reply",
                  "errors": { "ECODE_1": { "what": "No.", "why": "So.", "next": "Stop." }, "404": { "what": "No {thing}.", "next": "Look." } },
                  "body": { "content": "$text" },
                  "invalidates": []
                },
                {
                  "operation": "CreateTaskComment",
                  "api": "v2",
                  "method": "POST",
                  "path": "/task/{of}/comment",
                  "customTaskIds": "of",
                  "body": { "text": "$text" },
                  "invalidates": []
                }
              ],
              "response": { "shape": "comment" },
              "examples": [
                {
                  "arguments": { "to": "7", "text": "Yes." },
                  "request": "PUT /api/v2/comment/7/reply"
                }
              ]
            },
            {
              "name": "list_steps",
              "category": "task",
              "scope": "read",
              "description": "Lists steps.",
              "annotations": { "readOnly": true, "destructive": false, "idempotent": true, "openWorld": true },
              "arguments": {
                "words": { "type": "text" },
                "done": { "type": "boolean" },
                "sections": { "type": "array", "items": { "entity": "list" } }
              },
              "request": { "operation": "GetSteps", "api": "v2", "method": "GET", "path": "/step", "query": { "done": "$done" } },
              "response": {
                "shape": "step",
                "path": ["sections[].steps", "loose{}"],
                "list": true,
                "children": "substeps",
                "filter": { "$key": "$sections", "text": "$words" },
                "leavesOut": [
                  { "what": "done steps", "argument": "done", "unless": ["words"] },
                  { "what": "steps of others", "by": "ask them", "when": ["sections"] }
                ],
                "total": { "field": "spent", "by": ["by"] },
                "layout": "series"
              }
            },
            {
              "name": "post_raw",
              "category": "task",
              "internal": true,
              "unseenReason": "It may be anything.",
              "arguments": { "value": { "type": "json", "required": true } },
              "request": { "operation": "PostRaw", "api": "v2", "method": "POST", "path": "/raw", "body": "$value", "invalidates": [] }
            },
            {
              "name": "run_tasks",
              "category": "task",
              "scope": "write",
              "description": "Runs tasks.",
              "annotations": { "readOnly": false, "destructive": false, "idempotent": false, "openWorld": false },
              "arguments": { "count": { "type": "integer", "required": true } },
              "handler": "RunTasksHandler",
              "handlerReason": "Loop: one request for each task.",
              "needsWorkspace": true,
              "uses": ["post_raw", "create_task"],
              "examples": [{ "arguments": { "count": 2 } }]
            }
          ]
        }
        """;

    /// <summary>The files of the sample, with other texts where given.</summary>
    public static IReadOnlyList<SpecText> Files(string? root = null, string? tools = null) =>
        [new(RootPath, root ?? Root), new(ToolsPath, tools ?? Tools)];
}
