"""Creates a cloud assembly's stacks on moto's CloudFormation, in dependency order, as far as moto knows the types.

    create_on_moto.py cdk.out/dev

A resource of a type that moto does not know is left out of a copy of its template; what refers to it, or to an
attribute that moto does not know, gets a placeholder in the shape of an ARN. What is left out is printed.
Ends with status 1 where a stack is not created whole, or where nothing is.
"""

import io
import json
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path

import boto3
from moto import mock_aws
from moto.cloudformation.parsing import NULL_MODELS, get_model_map

ACCOUNT = "123456789012"

# How a resource is looked up in its own service, which knows nothing of CloudFormation: client, call, argument.
LOOKUPS = {
    "AWS::DynamoDB::Table": ("dynamodb", "describe_table", "TableName"),
    "AWS::Events::Rule": ("events", "describe_rule", "Name"),
    "AWS::IAM::Role": ("iam", "get_role", "RoleName"),
    "AWS::KMS::Key": ("kms", "get_key_rotation_status", "KeyId"),
    "AWS::Kinesis::Stream": ("kinesis", "describe_stream_summary", "StreamName"),
    "AWS::Lambda::EventSourceMapping": ("lambda", "get_event_source_mapping", "UUID"),
    "AWS::Lambda::Function": ("lambda", "get_function", "FunctionName"),
    "AWS::S3::Bucket": ("s3", "head_bucket", "Bucket"),
    "AWS::SNS::Topic": ("sns", "get_topic_attributes", "TopicArn"),
    "AWS::SQS::Queue": ("sqs", "get_queue_attributes", "QueueUrl"),
}


def is_known(resource_type):
    """A Custom:: resource runs code of ours, which moto does in a container only."""
    return resource_type in get_model_map() or resource_type in NULL_MODELS


def placeholder(logical_id):
    return f"arn:aws:unknown-to-moto:ap-northeast-1:{ACCOUNT}:{logical_id}/of/{logical_id}/of/{logical_id}"


def named_as_aws_does(logical_id, resource):
    """CloudFormation ends the name that it gives a FIFO queue with .fifo; moto gives one that SQS then refuses."""
    properties = resource.get("Properties", {})
    if resource["Type"] == "AWS::SQS::Queue" and properties.get("FifoQueue") and "QueueName" not in properties:
        return {**resource, "Properties": {**properties, "QueueName": f"{logical_id}.fifo"}}
    return resource


def as_far_as_known(template):
    """A copy of the template without what moto does not know, and the logical ids of the resources left out, by type."""
    resources = template["Resources"]
    left_out = {name: one["Type"] for name, one in resources.items() if not is_known(one["Type"])}

    def is_missing(name, attribute=None):
        if name in left_out or attribute is None or name not in resources:
            return name in left_out
        return not get_model_map()[resources[name]["Type"]].has_cfn_attr(attribute)

    def in_text(text):
        def filled(match):
            name, _, attribute = match.group(1).partition(".")
            return placeholder(name) if is_missing(name, attribute or None) else match.group(0)

        return re.sub(r"\$\{([A-Za-z0-9.]+)\}", filled, text)

    def substituted(value):
        return in_text(value) if isinstance(value, str) else [in_text(value[0]), known_part(value[1])]

    def known_part(value):
        if isinstance(value, list):
            return [known_part(one) for one in value]
        if not isinstance(value, dict):
            return value
        if isinstance(value.get("Ref"), str) and len(value) == 1 and is_missing(value["Ref"]):
            return placeholder(value["Ref"])
        if "Fn::GetAtt" in value and is_missing(*value["Fn::GetAtt"]):
            return placeholder(value["Fn::GetAtt"][0])
        if "Fn::Sub" in value:
            return {"Fn::Sub": substituted(value["Fn::Sub"])}
        return {key: known_part(one) for key, one in value.items()}

    def known_resource(resource):
        needs = resource.get("DependsOn", [])
        needs = [needs] if isinstance(needs, str) else needs
        return {**known_part(resource), "DependsOn": [one for one in needs if one not in left_out]}

    kept = {name: named_as_aws_does(name, known_resource(one)) for name, one in resources.items() if name not in left_out}
    outputs = {name: known_part(one) for name, one in template.get("Outputs", {}).items()}
    return {**template, "Resources": kept, "Outputs": outputs}, left_out


def stacks_in_order(assembly):
    """The name, region and template file of each stack of the assembly, each after what it depends on."""
    artifacts = json.loads((assembly / "manifest.json").read_text())["artifacts"]
    in_order = {}

    def visit(name):
        for needed in artifacts[name].get("dependencies", []):
            visit(needed)
        if artifacts[name]["type"] == "aws:cloudformation:stack":
            region = artifacts[name]["environment"].rsplit("/", 1)[1]
            in_order.setdefault(name, (name, region, assembly / artifacts[name]["properties"]["templateFile"]))

    for name in artifacts:
        visit(name)
    return list(in_order.values())


def zipped(path):
    if path.is_file():
        return path.read_bytes()
    if not path.is_dir():
        sys.exit(f"{path} is missing: synthesise the assembly again")
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for file in sorted(path.rglob("*")):
            archive.write(file, file.relative_to(path))
    return memory.getvalue()


def upload(bucket, key, body, region):
    s3 = boto3.client("s3", region_name=region)
    if bucket not in [one["Name"] for one in s3.list_buckets()["Buckets"]]:
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": region})
    s3.put_object(Bucket=bucket, Key=key, Body=body)


def bootstrap(assembly, regions):
    """What `cdk bootstrap` and the upload of assets leave in an account."""
    for region in regions:
        version = {"Name": "/cdk-bootstrap/hnb659fds/version", "Value": "30", "Type": "String"}
        boto3.client("ssm", region_name=region).put_parameter(**version)
    for manifest in assembly.glob("*.assets.json"):
        for asset in json.loads(manifest.read_text())["files"].values():
            body = zipped(assembly / asset["source"]["path"])
            for place in asset["destinations"].values():
                bucket = place["bucketName"].replace("${AWS::AccountId}", ACCOUNT)
                upload(bucket, place["objectKey"], body, place["region"])


def create(name, region, template):
    """Creates a stack from a template in S3, as the CDK does, for a body in the request may have 51,200 bytes only."""
    upload("templates", name, json.dumps(template), region)
    cloudformation = boto3.client("cloudformation", region_name=region)
    cloudformation.create_stack(
        StackName=name,
        TemplateURL=f"https://templates.s3.{region}.amazonaws.com/{name}",
        Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
    )
    status = cloudformation.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]
    if status != "CREATE_COMPLETE":
        sys.exit(f"{name} is {status}")
    pages = cloudformation.get_paginator("list_stack_resources").paginate(StackName=name)
    made = [one for page in pages for one in page["StackResourceSummaries"]]
    missing = set(template["Resources"]) - {one["LogicalResourceId"] for one in made}
    if missing:
        sys.exit(f"{name} was created without {', '.join(sorted(missing))}")
    return made


def look_up(made, region):
    """Asks each resource's own service for it, where LOOKUPS says how, and gives their number."""
    found = 0
    for resource in made:
        if resource["ResourceType"] in LOOKUPS:
            service, call, argument = LOOKUPS[resource["ResourceType"]]
            getattr(boto3.client(service, region_name=region), call)(**{argument: resource["PhysicalResourceId"]})
            found += 1
    return found


@mock_aws(config={"lambda": {"use_docker": False}})
def main(assembly):
    stacks = stacks_in_order(assembly)
    bootstrap(assembly, {region for _, region, _ in stacks})
    unknown, created, looked_up = Counter(), 0, 0
    for name, region, file in stacks:
        template = json.loads(file.read_text())
        part, left_out = as_far_as_known(template)
        unknown.update(left_out.values())
        for logical_id, resource_type in left_out.items():
            print(f"  left out  {name}  {resource_type}  {logical_id}")
        if not part["Resources"]:
            print(f"{name}: not created, moto knows none of its {len(left_out)} resources")
            if any("Export" in one for one in part["Outputs"].values()):
                # What it exports must be there for the others; a topic stands in, for no stack is without a resource.
                create(name, region, {**part, "Resources": {"StandIn": {"Type": "AWS::SNS::Topic"}}})
            continue
        made = create(name, region, part)
        found = look_up(made, region)
        print(f"{name}: {len(made)} of {len(template['Resources'])} resources created, {found} looked up")
        created, looked_up = created + len(made), looked_up + found
    print("types that moto does not know:")
    for resource_type, count in sorted(unknown.items()):
        print(f"  {resource_type} ({count})")
    if created == 0 or looked_up == 0:
        sys.exit(f"nothing was created from {assembly}")
    print(f"{created} resources created, {looked_up} of them looked up, {sum(unknown.values())} left out")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name one cloud assembly: create_on_moto.py cdk.out/dev")
    main(Path(sys.argv[1]))
